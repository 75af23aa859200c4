using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>The standing in at most eight plain sentences, each of which ends with its entries.</summary>
internal sealed class StandingSummary(StandingReport report, StandingSentences say)
{
    private const int Most = 8;
    private readonly NegotiationRecord record = report.Record;

    public IReadOnlyList<string> Sentences()
    {
        if (report.EntryCount == 0)
        {
            return ["There is no entry to answer from."];
        }

        List<string> sentences = [];
        Agreement? agreement = report.Agreements.LastOrDefault(item => item.State
            is AgreementState.Settled or AgreementState.Ratified or AgreementState.AwaitingRatification);
        if (agreement is not null)
        {
            sentences.Add("The latest agreement: " + say.Agreement(agreement));
        }

        Waiting(sentences, agreement);
        if (IssueStateText.Sentence(report, say) is { Length: > 0 } issues)
        {
            sentences.Add(issues);
        }

        sentences.AddRange(report.Clashes.Take(2).Select(say.Clash));
        LatestMove(sentences);
        LatestReversal(sentences);
        Gaps(sentences);
        Commitments(sentences);
        Contested(sentences);
        Dependence(sentences);
        if (sentences.Count == 0)
        {
            sentences.Add("The entries on record bear no finding yet: nobody holds a position, owes a reply or gave a promise.");
        }

        return sentences.Count > Most ? [.. sentences.Take(Most - 1), sentences[^1]] : sentences;
    }

    /// <summary>For each side that owes replies, the one it has owed longest; what an agreement came after is left out.</summary>
    private void Waiting(List<string> sentences, Agreement? agreement)
    {
        Dictionary<int, (Reply Longest, int Count)> owed = [];
        foreach (Reply reply in report.Replies)
        {
            bool isPast = agreement is not null && reply.Started.FirstDay <= record[agreement.Evidence.First].When.LastDay;
            if (reply.State != ReplyState.Open || isPast)
            {
                continue;
            }

            int side = record.Actors[reply.AddresseeId].Side.Id;
            owed[side] = owed.TryGetValue(side, out (Reply Longest, int Count) known)
                ? (reply.Days.Min > known.Longest.Days.Min ? reply : known.Longest, known.Count + 1)
                : (reply, 1);
        }

        foreach ((int side, (Reply longest, int count)) in
            owed.OrderByDescending(pair => pair.Value.Longest.Days.Min).ThenBy(pair => pair.Key).Take(2))
        {
            string others = count == 1 ? ""
                : $" (It owes {Phrases.Count(count, "reply", "replies")} in all.)";
            sentences.Add(say.Reply(longest, withDate: true) + others);
        }

        if (owed.Count == 0 && report.Replies.Count > 0 && agreement is null)
        {
            sentences.Add("No offer or demand on record still waits for an answer.");
        }
    }

    private void LatestMove(List<string> sentences)
    {
        for (int i = report.Moves.Count - 1; i >= 0; i--)
        {
            Move move = report.Moves[i];
            if (move.Kind != MoveKind.None && (move.Traits & MoveTraits.AcrossForums) == 0)
            {
                sentences.Add($"The latest move, {say.Date(move.Evidence)}: {say.Move(move)}");
                return;
            }
        }
    }

    private void LatestReversal(List<string> sentences)
    {
        if (report.Reversals.Count > 0)
        {
            Reversal last = report.Reversals[^1];
            string which = report.Reversals.Count == 1 ? "one reversal on record"
                : $"latest of {Phrases.Count(report.Reversals.Count, "reversal", "reversals")}";
            sentences.Add($"The {which}, {say.Date(last.Evidence)}: {say.Reversal(last)}");
        }
    }

    private void Gaps(List<string> sentences)
    {
        foreach (Gap gap in report.Gaps.Where(gap => gap.Opening is not null && gap.Current is not null).Take(2))
        {
            sentences.Add(
                $"On {say.Issue(gap.IssueId, gap.BasisIndex)}, {Phrases.Name(gap.First)} and {Phrases.Name(gap.Second)} "
                + $"opened with a gap of {say.Distance(gap, gap.Opening)}; now it is {say.Distance(gap, gap.Current)}. "
                + say.Citer.Bracketed(gap.Evidence));
        }
    }

    private void Commitments(List<string> sentences)
    {
        if (report.Promises.Count == 0)
        {
            return;
        }

        if (report.Promises.Count == 1)
        {
            sentences.Add($"The one promise on record: {say.Commitment(report.Promises[0])}");
            return;
        }

        List<string> parts = [.. report.Promises
            .GroupBy(promise => promise.Performance)
            .OrderBy(group => group.Key)
            .Select(group => $"{Phrases.Number(group.Count())} {StandingSentences.Outcome(group.Key)}")];
        List<int> entries = [.. report.Promises.SelectMany(promise => promise.Evidence.Entries().Take(1))];
        sentences.Add(
            $"Of {Phrases.Count(report.Promises.Count, "promise", "promises")}: {string.Join("; ", parts)}. "
            + say.Citer.Bracketed(entries));
    }

    private void Contested(List<string> sentences)
    {
        if (report.Contested.Count == 0)
        {
            return;
        }

        int acts = report.Contested.Select(contest => contest.Evidence.First).Distinct().Count();
        List<int> entries = [.. report.Contested.SelectMany(contest => contest.Evidence.Entries()).Distinct().Order()];
        sentences.Add(report.Contested.Count == 1
            ? say.Contest(report.Contested[0])
            : $"{Phrases.Sentence(Phrases.Count(acts, "act is", "acts are"))} contested or denied. "
                + say.Citer.Bracketed(entries));
    }

    /// <summary>How much hangs on one origin: what is weakest stands beside what is strongest.</summary>
    private void Dependence(List<string> sentences)
    {
        Origin? top = report.Origins.Where(origin => origin.OnlyEntries > 0).MaxBy(origin => origin.OnlyEntries);
        if (top is null)
        {
            return;
        }

        string side = top.Source.Side is { } actor ? $", a source on the side of {Phrases.Name(actor)}" : "";
        sentences.Add(
            $"{Phrases.Number(top.OnlyEntries)} of {Phrases.Figure(report.EntryCount, "entry", "entries")} rest on "
            + $"{Phrases.Name(top.Source)} alone{side}. [{say.Citer.List(RestingOn(top.Source), top.OnlyEntries)}]");
    }

    private IEnumerable<int> RestingOn(Source root)
    {
        for (int i = 0; i < record.Count; i++)
        {
            bool rests = record[i].ChainIds.Length > 0 && Counts(i);
            foreach (int chain in record[i].ChainIds)
            {
                rests &= record.Chains[chain].Root == root;
            }

            if (rests)
            {
                yield return i;
            }
        }
    }

    private bool Counts(int entry) =>
        (report.AsOf.OnDay is null || record[entry].When.FirstDay <= report.AsOf.OnDay)
        && (report.AsOf.KnownDay is null || record[entry].KnownFrom <= report.AsOf.KnownDay);
}
