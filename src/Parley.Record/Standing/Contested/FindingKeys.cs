using System.Globalization;
using System.Text;
using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Keys by which findings of two readings of one record are told to be the same.</summary>
/// <remarks>
/// A finding is the same where it says the same of the same acts: entries count as the act that they tell, and whether
/// something is contested is left aside.
/// </remarks>
internal sealed class FindingKeys(StandingContext context)
{
    private readonly List<ValueSet> values = [];
    private readonly Dictionary<ValueSet, int> placeOf = [];

    public IEnumerable<string> Of(StandingReport report) =>
    [
        .. report.Gaps.Select(Of),
        .. report.Moves.Select(Of),
        .. report.Reversals.Select(Of),
        .. report.Divided.Select(Of),
        .. report.Goalposts.Select(Of),
        .. report.PublicPrivateGaps.Select(Of),
        .. report.Replies.Select(Of),
        .. report.Promises.Select(Of),
        .. report.Threats.Select(Of),
        .. report.RedLines.Select(Of),
        .. report.Clashes.Select(Of),
    ];

    public string Of(Gap item) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"gap {item.First.Id} {item.Second.Id} {item.IssueId} {item.BasisIndex} {item.Opening} {item.Current}");

    public string Of(Move item) => string.Create(
        CultureInfo.InvariantCulture,
        $"move {item.SpeakerId} {item.IssueId} {item.BasisIndex} {item.Forum} {item.TrackId} {item.Kind} "
        + $"{Place(item.From)} {Place(item.To)} {Acts(item.Evidence)}");

    public string Of(Reversal item) => string.Create(
        CultureInfo.InvariantCulture,
        $"reversal {item.FromSpeakerId} {item.ToSpeakerId} {item.IssueId} {item.BasisIndex} {item.Kind} "
        + $"{Place(item.From)} {(item.To is { } to ? Place(to) : -1)} {Acts(item.Evidence)}");

    public string Of(Division item) => string.Create(
        CultureInfo.InvariantCulture,
        $"divided {item.FirstSpeakerId} {item.SecondSpeakerId} {item.IssueId} {item.BasisIndex} "
        + $"{Place(item.First)} {Place(item.Second)} {Acts(item.Evidence)}");

    public string Of(Goalpost item) => string.Create(
        CultureInfo.InvariantCulture,
        $"goalpost {item.Kind} {item.SpeakerId} {item.IssueId} {item.BasisIndex} {item.MetIssueId} {Acts(item.Evidence)}");

    public string Of(PublicPrivateGap item) => string.Create(
        CultureInfo.InvariantCulture,
        $"private {item.PrivateSpeakerId} {item.PublicSpeakerId} {item.IssueId} {item.BasisIndex} "
        + $"{Place(item.Private)} {Place(item.Public)} {Acts(item.Evidence)}");

    public string Of(Reply item) => string.Create(
        CultureInfo.InvariantCulture,
        $"reply {item.AddresseeId} {item.State} {context.Accounts.FirstOf(item.OfferEntry)}");

    public string Of(Commitment item) => string.Create(
        CultureInfo.InvariantCulture,
        $"commitment {item.IsThreat} {item.Tag} {item.AddresseeId} {item.Existence} {item.Performance}");

    public string Of(RedLine item) => string.Create(
        CultureInfo.InvariantCulture,
        $"line {item.DrawerId} {item.IssueId} {item.BasisIndex} {Place(item.Stated)} {item.Stands} "
        + $"{Acts(Evidence.Of([.. item.Crossings]))} / {Acts(Evidence.Of([.. item.Tests]))} / {item.Softenings.Count}");

    public string Of(Clash item) => string.Create(
        CultureInfo.InvariantCulture,
        $"clash {string.Join(',', item.Parties.Select(party => party.Id))} {item.IssueId} {item.BasisIndex} {item.LeastLoosening}");

    private string Acts(Evidence evidence)
    {
        StringBuilder text = new();
        foreach (int act in evidence.Entries().Select(context.Accounts.FirstOf).Distinct().Order())
        {
            text.Append(CultureInfo.InvariantCulture, $"{act},");
        }

        return text.ToString();
    }

    private int Place(ValueSet set)
    {
        if (!placeOf.TryGetValue(set, out int place))
        {
            placeOf.Add(set, place = values.Count);
            values.Add(set);
        }

        return place;
    }
}
