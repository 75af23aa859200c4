namespace Parley.Bench.Journals;

/// <summary>One of the two sides: who speaks for it, and what of it is still open.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Decides">The member that decides.</param>
/// <param name="Negotiates">The member that negotiates.</param>
/// <param name="Speaks">The member that only speaks.</param>
internal sealed record Party(string Name, string Decides, string Negotiates, string Speaks)
{
    /// <summary>Its latest tagged offers without an answer.</summary>
    public RecentTags Offers { get; } = new();

    /// <summary>Its latest promises and threats of which nobody has said that they were kept or broken.</summary>
    public RecentTags Pledges { get; } = new();

    /// <summary>Whoever puts something to the other side.</summary>
    public string Envoy(SeededRandom random) => random.Below(10) switch
    {
        < 2 => Name,
        < 7 => Negotiates,
        < 9 => Decides,
        _ => Speaks,
    };

    /// <summary>Whoever may bind it.</summary>
    public string Authority(SeededRandom random) => random.Below(4) switch
    {
        0 => Name,
        1 => Negotiates,
        _ => Decides,
    };

    /// <summary>Whoever talks to the media.</summary>
    public string Voice(SeededRandom random) => random.Below(4) switch
    {
        0 => Decides,
        1 => Negotiates,
        2 => Name,
        _ => Speaks,
    };
}

/// <summary>Something with a tag that later entries may take up.</summary>
/// <param name="Tag">Its tag.</param>
/// <param name="IsConditional">Whether it waits for a condition.</param>
/// <param name="By">Its deadline, or the last of all days.</param>
internal sealed record TaggedAct(string Tag, bool IsConditional, DateOnly By);

/// <summary>The latest few of a kind; older ones are forgotten, as they are in talks.</summary>
internal sealed class RecentTags
{
    private const int Most = 12;

    private readonly List<TaggedAct> acts = [];

    public void Add(TaggedAct act)
    {
        if (acts.Count == Most)
        {
            acts.RemoveAt(0);
        }

        acts.Add(act);
    }

    /// <summary>Forgets what has passed its deadline; whether anything is left.</summary>
    public bool HasOpen(DateOnly day)
    {
        acts.RemoveAll(act => act.By < day);
        return acts.Count > 0;
    }

    public TaggedAct Pick(SeededRandom random) => random.OneOf(acts);

    public void Remove(TaggedAct act) => acts.Remove(act);

    /// <summary>The same act, with its condition met.</summary>
    public void Trigger(TaggedAct act) => acts[acts.IndexOf(act)] = act with { IsConditional = false };
}
