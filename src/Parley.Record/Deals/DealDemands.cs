using System.Numerics;
using Parley.Record.Framing;

namespace Parley.Record.Deals;

/// <summary>Red lines as demands that can be met together or not. Immutable.</summary>
/// <param name="talks">The talks.</param>
public sealed class DealDemands(FramedTalks talks)
{
    /// <summary>The lines of all parties, by party and then in order of time.</summary>
    public IReadOnlyList<FramedLine> Lines { get; } = [.. talks.Parties.SelectMany(p => p.Lines)];

    /// <summary>Whether some of the lines, as stated, leave a value of every issue.</summary>
    /// <param name="lines">Which of <see cref="Lines"/>, as the bits of a number.</param>
    public bool CanBeMet(BigInteger lines)
    {
        bool[][] left = [.. talks.Issues.Select(i => Enumerable.Repeat(true, i.Scale.Count!.Value).ToArray())];
        for (int line = 0; line < Lines.Count; line++)
        {
            if (!((lines >> line) & 1).IsOne)
            {
                continue;
            }

            bool[] places = left[Lines[line].Issue];
            for (int place = 0; place < places.Length; place++)
            {
                places[place] &= Lines[line].Stated[place];
            }
        }

        return left.All(places => places.Contains(true));
    }

    /// <summary>What each side alone could give up where lines leave no value of an issue.</summary>
    internal IReadOnlyList<Loosening> FindLoosenings()
    {
        List<Loosening> result = [];
        for (int issue = 0; issue < talks.Issues.Count; issue++)
        {
            FramedLine[] lines = [.. Lines.Where(line => line.Issue == issue)];
            int count = talks.Issues[issue].Scale.Count!.Value;
            if (lines.Length == 0 || Enumerable.Range(0, count).Any(p => lines.All(line => line.Stated[p])))
            {
                continue;
            }

            foreach (FramedParty party in talks.Parties.Where(p => p.Lines.Any(line => line.Issue == issue)))
            {
                AddOf(party, issue, lines, result);
            }
        }

        return result;
    }

    private void AddOf(FramedParty party, int issue, FramedLine[] lines, List<Loosening> result)
    {
        FramedLine[] own = [.. lines.Where(line => line.Line.Party == party.Party)];
        FramedLine[] others = [.. lines.Except(own)];
        FramedIssue framed = talks.Issues[issue];
        int count = framed.Scale.Count!.Value;
        List<(FramedLine[] Lines, List<int> Places)> groups = [];
        foreach (int place in Enumerable.Range(0, count).Where(p => others.All(line => line.Stated[p])))
        {
            FramedLine[] against = [.. own.Where(line => !line.Stated[place])];
            int same = groups.FindIndex(g => g.Lines.SequenceEqual(against));
            if (same < 0)
            {
                groups.Add((against, [place]));
            }
            else
            {
                groups[same].Places.Add(place);
            }
        }

        int[] left = [.. Enumerable.Range(0, count).Where(p => own.All(line => line.Stated[p]))];
        bool hasOrder = left.Length > 0 && framed.Scale.Kind != Outcomes.IssueKind.Categorical;
        foreach ((FramedLine[] against, List<int> places) in groups)
        {
            if (groups.Any(g => g.Lines.Length < against.Length && g.Lines.All(against.Contains)))
            {
                continue;
            }

            int nearest = hasOrder ? places.Min(p => left.Min(l => Math.Abs(l - p))) : 0;
            result.Add(new Loosening(issue, party.Party, against,
                [.. places.Where(p => !hasOrder || left.Min(l => Math.Abs(l - p)) == nearest)]));
        }
    }
}
