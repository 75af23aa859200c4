using System.Globalization;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Tests.Standing;

/// <summary>Talks of Iran and the United States, to which a test adds what it needs.</summary>
internal sealed class Talks
{
    public Talks(bool hasThirdParty = false)
    {
        Iran = Builder.AddActor(ActorKind.Party, "iran");
        Us = Builder.AddActor(ActorKind.Party, "us");
        Leader = Builder.AddMember(Iran, "iran.leader", "", Authority.Decides);
        Araghchi = Builder.AddMember(Iran, "iran.araghchi", "", Authority.Negotiates);
        Spokesman = Builder.AddMember(Iran, "iran.spokesman");
        Trump = Builder.AddMember(Us, "us.trump", "", Authority.Decides);
        Witkoff = Builder.AddMember(Us, "us.witkoff", "", Authority.Negotiates);
        Oman = Builder.AddActor(ActorKind.Mediator, "oman");
        Europe = hasThirdParty ? Builder.AddActor(ActorKind.Party, "europe") : null;
        Level = Builder.AddNumericIssue("level", "", new NumberRange(0, 90), "%", 0.01m);
        Sum = Builder.AddNumericIssue("sum", "", new NumberRange(0, decimal.MaxValue), "USD");
        Relief = Builder.AddLabelIssue("relief", "", true, ["none", "partial", "full"]);
        Sites = Builder.AddLabelIssue("sites", "", false, ["kept", "converted", "destroyed"]);
        Builder.AddWant(new Want(Iran, Level, Direction.High, [], null));
        Builder.AddWant(new Want(Us, Level, Direction.Low, [], null));
        Builder.AddWant(new Want(Iran, Relief, Direction.High, [], null));
        Builder.AddWant(new Want(Us, Relief, Direction.Low, [], null));
    }

    public RecordBuilder Builder { get; } = new();

    public Actor Iran { get; }

    public Actor Us { get; }

    public Actor Leader { get; }

    public Actor Araghchi { get; }

    public Actor Spokesman { get; }

    public Actor Trump { get; }

    public Actor Witkoff { get; }

    public Actor Oman { get; }

    public Actor? Europe { get; }

    public Issue Level { get; }

    public Issue Sum { get; }

    public Issue Relief { get; }

    public Issue Sites { get; }

    public static ValueSet None => ValueSet.OfLabels(1);

    public static ValueSet Partial => ValueSet.OfLabels(2);

    public static ValueSet Full => ValueSet.OfLabels(4);

    /// <summary>A date: a day, a day and <c>~</c>, two days with <c>/</c>, or <c>../</c> and a day.</summary>
    public static DateInterval Date(string text)
    {
        string[] ends = text.Split('/');
        bool isAbout = text.EndsWith('~');
        int last = Day(ends[^1].TrimEnd('~'));
        int first = ends[0] == ".." ? DateInterval.OpenStart : Day(ends[0].TrimEnd('~'));
        DateEnd start = new(ends[0] == ".." ? DatePrecision.Open : DatePrecision.Day, isAbout);
        return new DateInterval(
            first, last, start, new DateEnd(DatePrecision.Day, isAbout), ends.Length == 2, isAbout ? 3 : 0, isAbout ? 3 : 0);
    }

    public static int Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;

    public static ValueSet Exactly(decimal number) => ValueSet.OfNumber(number);

    public static ValueSet AtMost(decimal number) =>
        ValueSet.OfRange(new NumberRange(decimal.MinValue, number));

    public static ValueSet AtLeast(decimal number) =>
        ValueSet.OfRange(new NumberRange(number, decimal.MaxValue));

    public static ValueSet Above(decimal number) =>
        ValueSet.OfRange(new NumberRange(number, decimal.MaxValue, ExcludesLow: true));

    public static ValueSet Between(decimal low, decimal high) => ValueSet.OfRange(new NumberRange(low, high));

    public static Action<EntryDraft> To(params Actor[] actors) => d => d.Addressees.AddRange(actors.Select(a => a.Id));

    public static Action<EntryDraft> With(Issue issue, ValueSet values, int alternative = 0, bool isUncertain = false) =>
        d =>
        {
            d.Terms.Add(new Term(issue.Id, 0, (byte)alternative, false, isUncertain, values));
            d.Flags |= alternative > 0 ? EntryTraits.HasAlternatives : EntryTraits.None;
        };

    public static Action<EntryDraft> At(Forum forum) => d => d.Forum = forum;

    public static Action<EntryDraft> As(Firmness firmness) => d => d.Firmness = firmness;

    public static Action<EntryDraft> In(Track track) => d => d.Track = track;

    public static Action<EntryDraft> By(string date) => d => d.NeedDetails().Deadline = Date(date);

    public static Action<EntryDraft> Within(int count, TimeUnit unit) =>
        d => d.NeedDetails().Within = new TimeLength(count, unit);

    public static Action<EntryDraft> Through(Actor actor) => d => d.NeedDetails().Through = actor;

    public static Action<EntryDraft> Requiring => d => d.Flags |= EntryTraits.Requires;

    public static Action<EntryDraft> Attributed => d => d.Flags |= EntryTraits.IsAttributed;

    public static Action<EntryDraft> UnknownTerms => d => d.Flags |= EntryTraits.HasUnknownTerms;

    public static Action<EntryDraft> Round(int number) => d => d.NeedDetails().Round = number;

    public static Action<EntryDraft> With(Actor speaker) => d => d.Speakers.Add(speaker.Id);

    public static Action<EntryDraft> SubjectTo(Actor actor) => d => d.NeedDetails().SubjectTo = [actor];

    public static Action<EntryDraft> Kind(PressureKind kind) => d => d.Pressure = kind;

    public Action<EntryDraft> Names(string tag) => d =>
    {
        d.Tag = Builder.Tag(tag);
        d.TagRole = TagRole.Names;
    };

    public Action<EntryDraft> Of(string tag) => d =>
    {
        d.Tag = Builder.Tag(tag);
        d.TagRole = TagRole.Refers;
    };

    public Action<EntryDraft> Re(string tag) => d => d.NeedDetails().Re = [Builder.Tag(tag)];

    public Action<EntryDraft> Replaces(string tag) => d => d.NeedDetails().Replaces = [Builder.Tag(tag)];

    public Action<EntryDraft> Because(string tag) => d => d.NeedDetails().Because = Builder.Tag(tag);

    public Action<EntryDraft> Words(string words) => d => d.Words = Builder.Words.Add(words);

    public Action<EntryDraft> If(string words) => Depends(new Condition { Words = Builder.Words.Add(words) });

    public Action<EntryDraft> Unless(string words) =>
        Depends(new Condition { IsUnless = true, Words = Builder.Words.Add(words) });

    public static Action<EntryDraft> If(Issue issue, ValueSet values) =>
        Depends(new Condition { Terms = [new Term(issue.Id, 0, 0, false, false, values)] });

    public static Action<EntryDraft> Unless(Issue issue, ValueSet values) =>
        Depends(new Condition { IsUnless = true, Terms = [new Term(issue.Id, 0, 0, false, false, values)] });

    public Action<EntryDraft> IfTag(string tag) => Depends(new Condition { Tag = Builder.Tag(tag) });

    public Action<EntryDraft> From(params Source[] chain) => d => d.Chains.Add(Builder.Chain(chain).Id);

    public int Add(string date, Actor speaker, Verb verb, params Action<EntryDraft>[] parts)
    {
        EntryDraft draft = new() { When = Date(date), Verb = verb };
        draft.Speakers.Add(speaker.Id);
        foreach (Action<EntryDraft> part in parts)
        {
            part(draft);
        }

        return Builder.Add(draft);
    }

    public StandingContext Context(string? on = null) =>
        new(Builder.Build(), new AsOf(on is null ? null : Day(on)));

    private static Action<EntryDraft> Depends(Condition condition) =>
        d => d.NeedDetails().Conditions = [.. d.NeedDetails().Conditions, condition];
}
