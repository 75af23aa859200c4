using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Keeps what is agreed in part from being settled in tracks in which nothing is agreed until everything is.</summary>
internal sealed class SingleUndertakings(StandingContext context)
{
    private readonly NegotiationRecord record = context.Record;

    /// <summary>
    /// Marks the settled agreements of such a track as parts of a whole, unless together they name every issue on
    /// which somebody put a value forward there, or one of them names none.
    /// </summary>
    public void Mark(List<Agreement> agreements)
    {
        if (!record.Tracks.Any(track => track.IsSingleUndertaking))
        {
            return;
        }

        Dictionary<int, HashSet<int>> open = OpenIssues();
        foreach (Agreement agreement in agreements.Where(IsSettled))
        {
            ReadOnlySpan<Term> terms = record[agreement.Evidence.First].Terms;
            if (terms.IsEmpty)
            {
                open.Remove(agreement.TrackId);
            }

            foreach (ref readonly Term term in terms)
            {
                open.GetValueOrDefault(agreement.TrackId)?.Remove(term.IssueId);
            }
        }

        for (int i = 0; i < agreements.Count; i++)
        {
            if (IsSettled(agreements[i]) && open.GetValueOrDefault(agreements[i].TrackId) is { Count: > 0 })
            {
                agreements[i] = agreements[i] with { State = AgreementState.PartOfWhole };
            }
        }
    }

    private static bool IsSettled(Agreement agreement) =>
        agreement.State is AgreementState.Settled or AgreementState.Ratified;

    private Dictionary<int, HashSet<int>> OpenIssues()
    {
        Dictionary<int, HashSet<int>> result = [];
        foreach (int index in context.Entries)
        {
            Entry entry = record[index];
            if (entry.Track is not { IsSingleUndertaking: true } track || !ValueReading.CountsAsPosition(record, entry))
            {
                continue;
            }

            foreach (ref readonly Term term in entry.Terms)
            {
                if (ValueReading.IsValue(term))
                {
                    if (!result.TryGetValue(track.Id, out HashSet<int>? issues))
                    {
                        result.Add(track.Id, issues = []);
                    }

                    issues.Add(term.IssueId);
                }
            }
        }

        return result;
    }
}
