using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Lists suspicions and polls; no other finding reads them.</summary>
internal static class OpinionFinder
{
    /// <summary>
    /// Opinions in order of time of their first entry: what one holder suspects of one party is one opinion, however
    /// often it is said; each poll is one.
    /// </summary>
    public static List<Opinion> Find(StandingContext context)
    {
        NegotiationRecord record = context.Record;
        List<(OpinionKind Kind, int Holder, Actor? About, int Reading, List<int> Entries)> found = [];
        Dictionary<(int Holder, int About, int Reading), int> places = [];
        foreach (int index in context.Entries)
        {
            Entry entry = record[index];
            if (entry.Verb == Verb.Polls)
            {
                if (!context.Accounts.IsSecond(index))
                {
                    found.Add((OpinionKind.Poll, entry.Speaker.Id, null, -1, [.. Acts.AccountsOf(context, index)]));
                }
            }
            else if (entry.Verb == Verb.Suspects && entry.Details.SuspectedParty is { } about)
            {
                foreach (int holder in entry.SpeakerIds)
                {
                    (int, int, int) key = (holder, about.Id, entry.Details.SuspectedReading);
                    if (places.TryAdd(key, found.Count))
                    {
                        found.Add((OpinionKind.Suspicion, holder, about, entry.Details.SuspectedReading, []));
                    }

                    found[places[key]].Entries.Add(index);
                }
            }
        }

        return found.ConvertAll(f => new Opinion(f.Kind, f.Holder, f.About, f.Reading, Evidence.Of(f.Entries)));
    }
}
