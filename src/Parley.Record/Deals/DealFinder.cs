using System.Numerics;
using Parley.Outcomes;
using Parley.Record.Framing;
using Choice = System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<bool>>;

namespace Parley.Record.Deals;

/// <summary>Finds the deals that are on the table, and what lines and ratifiers leave of each.</summary>
internal sealed class DealFinder(FramedTalks talks)
{
    private readonly FramedLine[] lines = [.. talks.Parties.SelectMany(p => p.Lines)];

    /// <summary>Packages that stand or are a party's last, under each account; the status quo; the settlement.</summary>
    public List<Deal> Find()
    {
        List<Deal> result = [];
        foreach (FramedParty party in talks.Parties)
        {
            foreach (FramedPackage package in party.Packages.Where(p => p.Stands || p == party.Packages[^1]))
            {
                result.AddRange(package.Readings.Where(r => r.Terms.Count > 0).Select(reading => Complete(
                    new Deal(DealKind.Package, party.Party, package, reading, ChoicesOf(reading)))));
            }
        }

        if (talks.StatusQuo is { } outcome)
        {
            result.Add(OfOutcome(DealKind.StatusQuo, outcome));
        }

        if (talks.Settlement is { } settlement)
        {
            result.AddRange(settlement.Readings.Where(r => r.Terms.Count > 0).Select(reading => Complete(
                new Deal(DealKind.Settlement, null, settlement, reading, ChoicesOf(reading)))));
        }

        return result;
    }

    /// <summary>A deal that leaves one outcome.</summary>
    public Deal OfOutcome(DealKind kind, Outcome outcome)
    {
        Choice choice = [.. talks.Issues.Select((issue, i) =>
            Enumerable.Range(0, issue.Scale.Count!.Value).Select(p => p == outcome[i]).ToArray())];
        return Complete(new Deal(kind, null, null, null, [choice]));
    }

    /// <summary>What a reading leaves open: terms of one alternative hold together.</summary>
    public IReadOnlyList<Choice> ChoicesOf(PackageReading reading)
    {
        List<Choice> result = [];
        foreach (IGrouping<int, PackageTerm> alternative in reading.Terms.GroupBy(t => t.Alternative))
        {
            bool[][] places = [.. talks.Issues.Select(i => Enumerable.Repeat(true, i.Scale.Count!.Value).ToArray())];
            foreach (PackageTerm term in alternative)
            {
                IReadOnlyList<bool> holds = talks.Issues[term.Issue].PlacesIn(term.Exact);
                holds = holds.Contains(true) ? holds : talks.Issues[term.Issue].PlacesIn(term.Read);
                for (int place = 0; place < holds.Count; place++)
                {
                    places[term.Issue][place] &= holds[place];
                }
            }

            result.Add(places);
        }

        return result;
    }

    private Deal Complete(Deal deal) => deal with
    {
        Outcomes = Count(deal.Choices, _ => null),
        OutcomesAsStated = Count(deal.Choices, line => line.Stated),
        OutcomesAsRevealed = Count(deal.Choices, line => line.Revealed),
        OutsideOf = [.. lines.Where(line => IsOutside(deal.Choices, line))],
        Refusals = [.. talks.Ratifiers.SelectMany(r => RefusalsBy(r, deal.Choices))],
    };

    private BigInteger Count(IReadOnlyList<Choice> choices, Func<FramedLine, IReadOnlyList<bool>?> left)
    {
        BigInteger sum = BigInteger.Zero;
        foreach (Choice choice in choices)
        {
            BigInteger count = BigInteger.One;
            for (int i = 0; i < choice.Count; i++)
            {
                FramedLine[] own = [.. lines.Where(line => line.Issue == i)];
                count *= Enumerable.Range(0, choice[i].Count)
                    .Count(p => choice[i][p] && own.All(line => left(line)?[p] ?? true));
            }

            sum += count;
        }

        return sum;
    }

    private static bool IsOutside(IReadOnlyList<Choice> choices, FramedLine line) => choices.All(choice =>
        !Enumerable.Range(0, line.Stated.Count).Any(p => choice[line.Issue][p] && line.Stated[p]));

    private IEnumerable<DealRefusal> RefusalsBy(FramedRatifier ratifier, IReadOnlyList<Choice> choices)
    {
        foreach (FramedLine line in ratifier.Lines.Where(line => IsOutside(choices, line)))
        {
            yield return new DealRefusal(ratifier, DealRefusalKind.RedLine, line.Line.Evidence.First);
        }

        foreach (FramedPackage package in ratifier.Rejected)
        {
            Choice[] rejected = [.. package.Readings.Where(r => r.Terms.Count > 0).SelectMany(ChoicesOf)];
            if (choices.All(choice => rejected.Any(r => IsWithin(choice, r))))
            {
                yield return new DealRefusal(ratifier, DealRefusalKind.Rejected, package.Entry);
            }
        }
    }

    private static bool IsWithin(Choice inner, Choice outer) =>
        !inner.Where((places, i) => places.Where((holds, p) => holds && !outer[i][p]).Any()).Any();
}
