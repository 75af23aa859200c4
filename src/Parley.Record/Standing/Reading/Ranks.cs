using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>How far somebody binds a side by an entry.</summary>
/// <remarks>
/// A member who merely speaks and is named by a <c>subject-to</c> is a ratifier: it ranks with those who decide for
/// <c>accepts</c>, <c>rejects</c> and <c>votes</c>, and for nothing else.
/// </remarks>
internal sealed class Ranks
{
    private readonly HashSet<int> ratifiers = [];

    public Ranks(StandingContext context)
    {
        foreach (int index in context.Entries)
        {
            Entry entry = context.Record[index];
            if (!entry.HasDetails)
            {
                continue;
            }

            foreach (Actor actor in entry.Details.SubjectTo)
            {
                ratifiers.Add(actor.Id);
            }
        }
    }

    /// <summary>The authority with which somebody does something.</summary>
    public Authority Of(Actor actor, in Entry entry)
    {
        Authority declared = actor.AuthorityOn(entry.When.FirstDay);
        return declared == Authority.Speaks && entry.Verb is Verb.Accepts or Verb.Rejects or Verb.Votes
            && ratifiers.Contains(actor.Id)
            ? Authority.Decides
            : declared;
    }

    /// <summary>The highest authority of those of a side who do something together; null when none of it does.</summary>
    public Authority? OfSide(NegotiationRecord record, Actor side, in Entry entry)
    {
        Authority? result = null;
        foreach (int id in entry.SpeakerIds)
        {
            Actor actor = record.Actors[id];
            if (actor.Side == side)
            {
                Authority rank = Of(actor, entry);
                result = result is null || rank > result ? rank : result;
            }
        }

        return result;
    }
}
