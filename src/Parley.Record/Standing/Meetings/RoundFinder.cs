using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Finds the rounds that were held and those that were planned, and how far they lie apart.</summary>
internal static class RoundFinder
{
    /// <summary>Rounds by their days, held ones and plans that no meeting on record fulfils.</summary>
    public static List<Round> Find(StandingContext context)
    {
        List<Plan> plans = FindPlans(context);
        List<Round> result = [];
        Dictionary<int, DateInterval> lastOfTrack = [];
        foreach (int index in context.Entries)
        {
            Entry entry = context.Record[index];
            if (entry.Verb != Verb.Meet || context.Accounts.IsSecond(index) || !Rounds.IsRound(context.Record, entry))
            {
                continue;
            }

            DateInterval date = context.Accounts.DateOf(index);
            int track = entry.Track?.Id ?? -1;
            DayRange? since = lastOfTrack.TryGetValue(track, out DateInterval last) ? last.DaysUntil(date) : null;
            lastOfTrack[track] = date;
            Plan? plan = plans.Find(p => p.IsOf(context, entry));
            if (plan is not null)
            {
                plans.Remove(plan);
            }

            List<int> evidence = [index, .. context.Accounts.OthersOf(index), .. plan?.Entries ?? []];
            result.Add(new Round(
                index,
                entry.Tag,
                entry.HasDetails ? entry.Details.Round : null,
                track,
                date,
                IsHeld: true,
                PartiesOf(context.Record, entry),
                since,
                plan?.Dates ?? [],
                Sorted(context, evidence)));
        }

        result.AddRange(plans.Where(p => p.IsRound && p.Dates.Count > 0).Select(p => p.ToRound(context)));
        return [.. result.OrderBy(r => r.Date.FirstDay).ThenBy(r => r.Date.LastDay).ThenBy(r => r.Entry)];
    }

    /// <summary>How far the rounds of each track lie apart, by track; only tracks with a round that was held.</summary>
    public static List<Cadence> FindCadences(StandingContext context, IReadOnlyList<Round> rounds)
    {
        List<Cadence> result = [];
        foreach (IGrouping<int, Round> track in rounds.Where(r => r.IsHeld).GroupBy(r => r.TrackId).OrderBy(g => g.Key))
        {
            Round[] held = [.. track];
            List<DayRange> apart = [.. held.Select(r => r.SincePrevious).OfType<DayRange>()];
            DayRange? since = context.LastDay is { } day ? held[^1].Date.DaysUntil(DateInterval.OfDay(day)) : null;
            result.Add(new Cadence(
                track.Key,
                held.Length,
                Extreme(apart, longest: false),
                Extreme(apart, longest: true),
                since,
                Evidence.Of([.. held.Select(r => r.Entry)])));
        }

        return result;
    }

    /// <summary>How long each party took over its replies, in the order of the record; those that owed one.</summary>
    public static List<ReplyTimes> FindReplyTimes(NegotiationRecord record, IReadOnlyList<Reply> replies)
    {
        List<ReplyTimes> result = [];
        foreach (IGrouping<int, Reply> side in
            replies.GroupBy(r => record.Actors[r.AddresseeId].Side.Id).OrderBy(g => g.Key))
        {
            List<DayRange> answered = [.. side
                .Where(r => r.State is ReplyState.Answered or ReplyState.AnsweredInPublicOnly)
                .Select(r => r.Days)];
            List<DayRange> open = [.. side.Where(r => r.State == ReplyState.Open).Select(r => r.Days)];
            result.Add(new ReplyTimes(
                record.Actors[side.Key],
                side.Count(),
                answered.Count,
                open.Count,
                Extreme(answered, longest: false),
                Extreme(answered, longest: true),
                Extreme(open, longest: true),
                Evidence.Of([.. side.Select(r => r.OfferEntry).Distinct()])));
        }

        return result;
    }

    private static DayRange? Extreme(List<DayRange> days, bool longest)
    {
        DayRange? result = null;
        foreach (DayRange range in days)
        {
            int order = result is not { } known ? 1
                : range.Min != known.Min ? range.Min.CompareTo(known.Min)
                : (range.Max ?? int.MaxValue).CompareTo(known.Max ?? int.MaxValue);
            result = result is null || (longest ? order > 0 : order < 0) ? range : result;
        }

        return result;
    }

    private static List<Actor> PartiesOf(NegotiationRecord record, in Entry entry)
    {
        SortedSet<int> sides = [];
        foreach (int id in (ReadOnlySpan<int>)[.. entry.SpeakerIds, .. entry.AddresseeIds])
        {
            Actor side = record.Actors[id].Side;
            if (side.Kind == ActorKind.Party)
            {
                sides.Add(side.Id);
            }
        }

        return [.. sides.Select(id => record.Actors[id])];
    }

    private static Evidence Sorted(StandingContext context, List<int> entries)
    {
        entries.Sort(context.CompareTime);
        return Evidence.Of(entries);
    }

    private static List<Plan> FindPlans(StandingContext context)
    {
        List<Plan> result = [];
        foreach (int index in context.Entries)
        {
            if (context.Record[index].Verb == Verb.Schedules && !context.Accounts.IsSecond(index))
            {
                result.Add(new Plan(context, index));
            }
        }

        return result;
    }

    /// <summary>A meeting that was scheduled, with the days to which it was moved.</summary>
    private sealed class Plan
    {
        private readonly Entry entry;

        public Plan(StandingContext context, int index)
        {
            entry = context.Record[index];
            Entries.Add(index);
            Add(entry);
            if (entry.TagRole != TagRole.Names)
            {
                return;
            }

            List<int> changes = [];
            foreach (int mention in context.Record.Mentions(entry.Tag))
            {
                Entry other = context.Record[mention];
                if (other.Tag == entry.Tag && other.Verb is Verb.Moves or Verb.Cancels && context.Counts(mention))
                {
                    changes.Add(mention);
                }
            }

            changes.Sort(context.CompareTime);
            foreach (int change in changes)
            {
                Entries.Add(change);
                Add(context.Record[change]);
            }
        }

        public List<int> Entries { get; } = [];

        public List<DateInterval> Dates { get; } = [];

        public bool IsRound => entry.HasDetails && entry.Details.Round is not null;

        private int TrackId => entry.Track?.Id ?? -1;

        /// <summary>Whether a meeting is the one that was planned: it answers the plan, or has its number and track.</summary>
        public bool IsOf(StandingContext context, Entry meeting)
        {
            if (!meeting.HasDetails)
            {
                return false;
            }

            if (entry.Tag >= 0 && meeting.Details.Re.Contains(entry.Tag))
            {
                return true;
            }

            return IsRound && meeting.Details.Round == entry.Details.Round && (meeting.Track?.Id ?? -1) == TrackId
                && context.CompareTime(entry.Index, meeting.Index) < 0;
        }

        public Round ToRound(StandingContext context) => new(
            entry.Index,
            entry.Tag,
            entry.Details.Round,
            TrackId,
            Dates[^1],
            IsHeld: false,
            [],
            null,
            Dates,
            Sorted(context, [.. Entries]));

        private void Add(Entry change)
        {
            if (change.HasDetails && change.Verb != Verb.Cancels
                && (change.Details.ScheduledFor ?? change.Details.Deadline) is { } date)
            {
                Dates.Add(date);
            }
        }
    }
}
