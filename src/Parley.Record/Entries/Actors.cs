namespace Parley.Record.Entries;

/// <summary>What somebody who acts in a negotiation is.</summary>
public enum ActorKind : byte
{
    /// <summary>A side of the talks.</summary>
    Party,

    /// <summary>Somebody who carries, hosts or helps; its offers are nobody's position.</summary>
    Mediator,

    /// <summary>Somebody outside who matters.</summary>
    Bystander,

    /// <summary>A person or body of a party, a mediator or a bystander.</summary>
    Member,

    /// <summary>The note-taker, under the reserved name <c>desk</c>.</summary>
    Desk,
}

/// <summary>How far somebody can bind a side; a higher value outranks a lower one.</summary>
public enum Authority : byte
{
    /// <summary>Speaks, and binds nobody.</summary>
    Speaks,

    /// <summary>Negotiates.</summary>
    Negotiates,

    /// <summary>Decides. A party that speaks as itself ranks here.</summary>
    Decides,
}

/// <summary>Something that holds from a date on.</summary>
/// <typeparam name="T">What holds.</typeparam>
/// <param name="From">From when, or null when it has held from the beginning.</param>
/// <param name="Value">What holds.</param>
public readonly record struct Dated<T>(DateInterval? From, T Value);

/// <summary>Somebody who acts: a party, a mediator, a bystander, a member of one, or the note-taker.</summary>
public sealed class Actor
{
    private readonly List<Dated<Authority>> authorities = [];

    internal Actor(int id, ActorKind kind, string name, string title, Actor? of, DateInterval? from)
    {
        Id = id;
        Kind = kind;
        Name = name;
        Title = title;
        Side = of ?? this;
        From = from;
    }

    /// <summary>Place among <see cref="NegotiationRecord.Actors"/>, from 0.</summary>
    public int Id { get; }

    /// <summary>What it is.</summary>
    public ActorKind Kind { get; }

    /// <summary>The name it is called by; a member's has one dot, as in <c>us.witkoff</c>.</summary>
    public string Name { get; }

    /// <summary>Its name in words; the short name when none was given.</summary>
    public string Title { get; internal set; }

    /// <summary>The party, mediator or bystander that a member belongs to; itself for all others.</summary>
    public Actor Side { get; }

    /// <summary>From when it takes part, or null when from the beginning.</summary>
    public DateInterval? From { get; }

    /// <summary>Tracks that a bystander opposes.</summary>
    public IList<Track> Opposes { get; } = [];

    /// <summary>Tracks that a bystander supports.</summary>
    public IList<Track> Supports { get; } = [];

    /// <summary>Whether it is a party or a member of one.</summary>
    public bool IsOfParty => Side.Kind == ActorKind.Party;

    /// <summary>Authorities in order of the date from which they hold.</summary>
    public IReadOnlyList<Dated<Authority>> Authorities => authorities;

    /// <summary>Authority on a day.</summary>
    /// <param name="day">Day number.</param>
    /// <returns>The latest authority that holds by then; a party itself decides; none declared means speaks.</returns>
    public Authority AuthorityOn(int day)
    {
        if (Kind != ActorKind.Member)
        {
            return Authority.Decides;
        }

        Authority result = Authority.Speaks;
        foreach (Dated<Authority> authority in authorities)
        {
            if (authority.From is null || authority.From.Value.FirstDay <= day)
            {
                result = authority.Value;
            }
        }

        return result;
    }

    internal void AddAuthority(Authority authority, DateInterval? from) => authorities.Add(new(from, authority));
}

/// <summary>One strand of talks.</summary>
public sealed class Track
{
    internal Track(int id, string name, string title, bool isSingleUndertaking, DateInterval? from)
    {
        Id = id;
        Name = name;
        Title = title;
        IsSingleUndertaking = isSingleUndertaking;
        From = from;
    }

    /// <summary>Place among <see cref="NegotiationRecord.Tracks"/>, from 0.</summary>
    public int Id { get; }

    /// <summary>The name it is called by.</summary>
    public string Name { get; }

    /// <summary>Its name in words.</summary>
    public string Title { get; }

    /// <summary>Whether nothing is agreed until everything is.</summary>
    public bool IsSingleUndertaking { get; }

    /// <summary>From when it exists, or null.</summary>
    public DateInterval? From { get; }
}
