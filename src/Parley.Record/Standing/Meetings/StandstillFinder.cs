using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Runs the three clocks of standstill: since the last meeting, the last exchange, the last move at the table.</summary>
internal static class StandstillFinder
{
    /// <summary>
    /// Three clocks for each track with an entry that would stop one, by track; for what stands in no track only
    /// when nothing stands in any.
    /// </summary>
    public static List<Standstill> Find(
        StandingContext context, IReadOnlyList<Round> rounds, MoveList moves)
    {
        Dictionary<(int Track, StandstillKind Kind), int> last = [];
        foreach (Round round in rounds)
        {
            if (round.IsHeld)
            {
                Keep(context, last, (round.TrackId, StandstillKind.Meeting), round.Entry);
            }
        }

        foreach (int index in context.Entries)
        {
            Entry entry = context.Record[index];
            if (IsExchange(context, entry))
            {
                Keep(context, last, (entry.Track?.Id ?? -1, StandstillKind.Exchange), index);
            }
        }

        foreach (MoveStep step in moves.Steps())
        {
            if (step.Place == Forum.Table && step.Kind != MoveKind.Different)
            {
                Keep(context, last, (step.TrackId, StandstillKind.Move), step.Entry);
            }
        }

        return Clocks(context, last);
    }

    private static List<Standstill> Clocks(
        StandingContext context, Dictionary<(int Track, StandstillKind Kind), int> last)
    {
        List<Standstill> result = [];
        bool hasTracks = last.Keys.Any(key => key.Track >= 0);
        foreach (int track in last.Keys.Select(key => key.Track).Where(t => t >= 0 || !hasTracks).Distinct().Order())
        {
            foreach (StandstillKind kind in Enum.GetValues<StandstillKind>())
            {
                bool isKnown = last.TryGetValue((track, kind), out int since);
                DayRange? days = isKnown && context.LastDay is { } day
                    ? context.Accounts.DateOf(since).DaysUntil(DateInterval.OfDay(day)) : null;
                result.Add(new Standstill(track, kind, isKnown ? since : -1, days));
            }
        }

        return result;
    }

    /// <summary>
    /// Whether one party addresses another, or answers it: a round, an agreement of two, an offer or a demand to
    /// another party or without an address at the table, a relay, an answer with a tag of another's. What is said
    /// before the media is no exchange.
    /// </summary>
    private static bool IsExchange(StandingContext context, in Entry entry)
    {
        NegotiationRecord record = context.Record;
        if (entry.When.FirstDay == DateInterval.OpenStart || StandingContext.Place(entry.Forum) == Forum.Media)
        {
            return false;
        }

        switch (entry.Verb)
        {
            case Verb.Meet or Verb.Agrees:
                return Rounds.IsRound(record, entry);
            case Verb.Relays:
                return true;
            case Verb.Accepts or Verb.Rejects:
                return entry.Speaker.IsOfParty;
            case Verb.Offers or Verb.Demands or Verb.Says or Verb.Withdraws or Verb.RedLine:
                return entry.Speaker.IsOfParty && (IsAddressedToOther(record, entry)
                    || (entry.Verb is not (Verb.Says or Verb.RedLine)
                        && StandingContext.Place(entry.Forum) == Forum.Table));
            default:
                return false;
        }
    }

    private static bool IsAddressedToOther(NegotiationRecord record, in Entry entry)
    {
        foreach (int id in entry.AddresseeIds)
        {
            Actor side = record.Actors[id].Side;
            if (side.Kind == ActorKind.Party && side != entry.Speaker.Side)
            {
                return true;
            }
        }

        return false;
    }

    private static void Keep(
        StandingContext context, Dictionary<(int, StandstillKind), int> last, (int, StandstillKind) key, int entry)
    {
        if (!last.TryGetValue(key, out int known) || context.CompareTime(known, entry) < 0)
        {
            last[key] = entry;
        }
    }
}
