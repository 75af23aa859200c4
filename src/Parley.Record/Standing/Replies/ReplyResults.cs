using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Makes findings of clocks: deadlines, days and the meetings meanwhile.</summary>
internal sealed class ReplyResults(StandingContext context, List<ReplyClocks.Clock> clocks)
{
    private readonly NegotiationRecord record = context.Record;
    private readonly Accounts accounts = context.Accounts;
    private readonly Dictionary<int, MeetingCount> counts = [];
    private List<(Moment When, int Track)>? meetings;

    public List<Reply> Get()
    {
        List<Reply> result = new(clocks.Count);
        foreach (ReplyClocks.Clock clock in clocks)
        {
            result.Add(Get(clock));
        }

        return result;
    }

    private Reply Get(ReplyClocks.Clock clock)
    {
        Entry offer = record[clock.Offer];
        DateInterval started = clock.Relay >= 0 ? record[clock.Relay].When : accounts.DateOf(clock.Offer);
        Moment from = Moment.Of(started, clock.Relay >= 0 ? clock.Relay : clock.Offer);
        int lastDay = context.LastDay ?? 0;
        DateInterval until;
        Moment to;
        if (DeadlineOf(offer) is { } day && day < lastDay && (clock.End < 0 || day < record[clock.End].When.FirstDay))
        {
            clock.State = ReplyState.Expired;
            clock.End = -1;
            until = DateInterval.OfDay(day);
            to = Moment.EndOf(day);
        }
        else if (clock.End >= 0)
        {
            until = record[clock.End].When;
            to = Moment.Of(until, clock.End);
        }
        else
        {
            until = DateInterval.OfDay(lastDay);
            to = Moment.EndOf(lastDay);
        }

        if (clock.State == ReplyState.Answered && clock.NotPublic < 0)
        {
            clock.State = ReplyState.AnsweredInPublicOnly;
        }

        if (clock.Unauthorized >= 0 && clock.End >= 0 && TimeOrder.IsBefore(record, clock.End, clock.Unauthorized))
        {
            clock.Unauthorized = -1;
        }

        MeetingCount held = MeetingsOf(offer.Track);
        return new Reply(
            offer.Speaker.Id,
            clock.Addressee,
            clock.Offer,
            offer.TagRole == TagRole.Names ? offer.Tag : -1,
            clock.State,
            started,
            started.DaysUntil(until),
            held.Certain(from, to),
            held.Possible(from, to),
            clock.State == ReplyState.Open,
            clock.Unauthorized >= 0,
            EvidenceOf(clock));
    }

    private Evidence EvidenceOf(in ReplyClocks.Clock clock)
    {
        int answer = clock.State == ReplyState.Answered ? clock.NotPublic : -1;
        if (clock.Relay >= 0 || clock.Unauthorized >= 0 || (answer >= 0 && answer != clock.End))
        {
            return TimeOrder.Evidence(
                record, clock.Offer, clock.Relay, clock.Unauthorized, clock.End, answer);
        }

        return clock.End < 0 || TimeOrder.IsBefore(record, clock.Offer, clock.End)
            ? new Evidence(clock.Offer, clock.End)
            : new Evidence(clock.End, clock.Offer);
    }

    /// <summary>The last day for an answer, moves of the deadline included, or null.</summary>
    private int? DeadlineOf(in Entry offer)
    {
        DateInterval? deadline = Deadlines.Of(context, offer, offer.When);
        return deadline is { LastDay: < DateInterval.OpenEnd } ? deadline.Value.LastDay : null;
    }

    /// <summary>The meetings of a track, those without a track among them; all where none is said.</summary>
    private MeetingCount MeetingsOf(Track? track)
    {
        int id = track?.Id ?? -1;
        if (!counts.TryGetValue(id, out MeetingCount? count))
        {
            List<Moment> moments = [];
            foreach ((Moment when, int of) in meetings ??= FindMeetings())
            {
                if (id < 0 || of < 0 || of == id)
                {
                    moments.Add(when);
                }
            }

            counts.Add(id, count = new MeetingCount(moments));
        }

        return count;
    }

    private List<(Moment When, int Track)> FindMeetings()
    {
        List<(Moment When, int Track)> result = [];
        foreach (int index in context.Entries)
        {
            Entry entry = record[index];
            if (entry.Verb == Verb.Meet && !accounts.IsSecond(index) && Rounds.IsRound(record, entry))
            {
                result.Add((Moment.Of(accounts.DateOf(index), index), entry.Track?.Id ?? -1));
            }
        }

        return result;
    }
}
