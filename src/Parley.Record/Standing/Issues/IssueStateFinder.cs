using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Says of each issue how the parties stand to each other.</summary>
internal static class IssueStateFinder
{
    private const int MostCompared = 64;

    /// <summary>One finding for each issue and basis on which a party holds a position, in the order of the record.</summary>
    /// <remarks>
    /// A party's position is the latest that is held and stands for it: of whatever kind, in whatever forum, at equal
    /// dates the one that comes last in the file. Each of the first 64 parties is compared with each, further ones with
    /// none, so that the work is bounded.
    /// </remarks>
    public static List<IssueState> Find(
        NegotiationRecord record,
        IReadOnlyList<Position> positions,
        IReadOnlyList<Clash> clashes,
        IReadOnlyList<Agreement> agreements)
    {
        Dictionary<(int, int), int> agreed = AgreedTopics(record, agreements);
        HashSet<(int, int)> clashing = [.. clashes.Select(clash => (clash.IssueId, clash.BasisIndex))];
        List<IssueState> result = [];
        foreach (IGrouping<(int IssueId, int BasisIndex), Position> topic in
            positions.Where(Holds).GroupBy(position => (position.IssueId, position.BasisIndex)))
        {
            List<Position> latest = [];
            foreach (IGrouping<Actor, Position> party in topic.GroupBy(position => position.Party))
            {
                latest.Add(party.MaxBy(Time)!);
            }

            latest.Sort((left, right) => left.Party.Id.CompareTo(right.Party.Id));
            Issue issue = record.Issues[topic.Key.IssueId];
            int last = latest.MaxBy(Time)!.Evidence.First;
            bool isAgreed = agreed.TryGetValue(topic.Key, out int agreement) && TimeOrder.Compare(record, last, agreement) < 0;
            IssueStateKind kind = isAgreed ? IssueStateKind.Agreed
                : clashing.Contains(topic.Key) ? IssueStateKind.Clash
                : latest.Count == 1 ? IssueStateKind.OneSided
                : AreApart(issue, topic.Key.BasisIndex, latest) ? IssueStateKind.Apart
                : IssueStateKind.Meeting;
            result.Add(new IssueState(
                topic.Key.IssueId,
                topic.Key.BasisIndex,
                kind,
                [.. latest.Select(position => position.Party)],
                latest.Exists(position => position.IsContested),
                isAgreed ? new Evidence(agreement) : Evidence.Of([.. latest.Select(position => position.Evidence.First).Distinct().Order()])));
        }

        return result;
    }

    /// <summary>The latest agreement that holds on each issue and basis.</summary>
    private static Dictionary<(int IssueId, int BasisIndex), int> AgreedTopics(
        NegotiationRecord record, IReadOnlyList<Agreement> agreements)
    {
        Dictionary<(int, int), int> result = [];
        foreach (Agreement agreement in agreements)
        {
            if (agreement.State is AgreementState.Settled or AgreementState.Ratified or AgreementState.AwaitingRatification)
            {
                foreach (ref readonly Term term in record[agreement.Evidence.First].Terms)
                {
                    result[(term.IssueId, term.BasisIndex)] = agreement.Evidence.First;
                }
            }
        }

        return result;
    }

    private static (int, int, int) Time(Position position) =>
        (position.Since.FirstDay, position.Since.LastDay, position.Evidence.First);

    private static bool Holds(Position position) => position.IsOfParty && position.State == PositionState.Held
        && position.Firmness is not (Firmness.Floated or Firmness.WithoutPrejudice);

    private static bool AreApart(Issue issue, int basis, List<Position> latest)
    {
        int count = Math.Min(latest.Count, MostCompared);
        for (int i = 1; i < count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (Scales.AreDisjoint(issue, basis, latest[i].Values, latest[j].Values))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
