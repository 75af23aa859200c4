using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>What every finding starts from: the entries that count, in order of time, and readings of them.</summary>
internal sealed class StandingContext
{
    private readonly IReadOnlySet<int>? leftOut;
    private Accounts? accounts;
    private Ranks? ranks;

    public StandingContext(NegotiationRecord record, AsOf asOf)
        : this(record, asOf, null)
    {
    }

    private StandingContext(NegotiationRecord record, AsOf asOf, IReadOnlySet<int>? leftOut)
    {
        Record = record;
        AsOf = asOf;
        this.leftOut = leftOut;
        Entries = Select();
        int? last = asOf.OnDay;
        if (last is null)
        {
            foreach (int index in Entries)
            {
                DateInterval when = record[index].When;
                int day = when.LastDay == DateInterval.OpenEnd ? when.FirstDay : when.LastDay;
                last = Math.Max(last ?? int.MinValue, day);
            }
        }

        LastDay = last;
    }

    public NegotiationRecord Record { get; }

    public AsOf AsOf { get; }

    /// <summary>Indexes of the entries that count, in order of time.</summary>
    public IReadOnlyList<int> Entries { get; }

    public int? LastDay { get; private init; }

    /// <summary>Acts told more than once, and acts denied.</summary>
    public Accounts Accounts => accounts ??= new Accounts(this);

    /// <summary>How far those who act bind their sides.</summary>
    public Ranks Ranks => ranks ??= new Ranks(this);

    /// <summary>Whether an entry counts under <see cref="AsOf"/>.</summary>
    public bool Counts(int index) => Counts(Record[index], AsOf) && leftOut?.Contains(index) != true;

    /// <summary>The same record as of the same day, without some entries; the last day stays.</summary>
    public StandingContext Without(IEnumerable<int> entries) => new(Record, AsOf, entries.ToHashSet()) { LastDay = LastDay };

    public bool MayNotHaveHappened(DateInterval when) => AsOf.OnDay is { } day && when.LastDay > day;

    /// <summary>The forum under which positions are kept: a letter counts as the table, the public as the media.</summary>
    public static Forum Place(Forum forum) => forum switch
    {
        Forum.Letter => Forum.Table,
        Forum.Public => Forum.Media,
        _ => forum,
    };

    /// <summary>Order of time of two entries: earliest day, then latest day, then file order.</summary>
    public int CompareTime(int left, int right) => TimeOrder.Compare(Record, left, right);

    private static bool Counts(Entry entry, AsOf asOf) =>
        (asOf.OnDay is null || entry.When.FirstDay <= asOf.OnDay)
        && (asOf.KnownDay is null || entry.KnownFrom <= asOf.KnownDay);

    private IReadOnlyList<int> Select()
    {
        if (AsOf.OnDay is null && AsOf.KnownDay is null && leftOut is null)
        {
            return Record.Order;
        }

        List<int> result = [];
        foreach (int index in Record.Order)
        {
            if (Counts(index))
            {
                result.Add(index);
            }
        }

        return result;
    }
}
