using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>Goalposts, and positions in private beside those in public, as plain sentences that end with their entries.</summary>
internal sealed class ConductSentences(NegotiationRecord record, StandingSentences say)
{
    public string Goalpost(Goalpost item)
    {
        string speaker = say.Name(item.SpeakerId);
        string issue = say.Issue(item.IssueId, item.BasisIndex);
        string now = say.Values(item.IssueId, item.BasisIndex, item.Values);
        string later = Phrases.Later(item.Days);
        string other = item.Other is { } side ? Phrases.Name(side) : "the other side";
        string met = item.Met is not { } values ? ""
            : item.MetIssueId < 0 ? "" : $"{say.Values(item.MetIssueId, item.MetBasisIndex, values)}";
        string metIssue = item.MetIssueId < 0 ? "" : say.Issue(item.MetIssueId, item.MetBasisIndex);
        string text = item.Kind switch
        {
            GoalpostKind.Retreat =>
                $"{speaker}, on {issue}: {other} had offered what met {met}; {later} the demand is {now}, which the offer fails.",
            GoalpostKind.Rescoping =>
                $"{speaker}: offers of {other} met every demand that stood, last {met} on {metIssue}; {later} it also demands "
                + $"{now} on {issue}.",
            GoalpostKind.NewPrecondition =>
                $"{speaker}: {other} had offered what met {met} on {metIssue}; {later} it makes {now} on {issue} a precondition.",
            GoalpostKind.ReopenedText =>
                $"{speaker}, on {issue}: agreed was {met}; {later} it demands {now}.",
            _ => $"{speaker}, on {issue}: its side had raised no demand{At(item.Evidence.First)}; {later} it "
                + $"{(item.Values.Kind == ValueSetKind.Topic ? "raises one" : "demands " + now)}{At(item.Evidence.Second)}.",
        };
        string order = item.OrderUncertain ? " The dates allow the other order." : "";
        return $"{Phrases.Sentence(text)}{order}{(item.IsContested ? " Contested." : "")} {say.Citer.Bracketed(item.Evidence)}";
    }

    private string At(int entry) => record[entry].Forum is Forum.NotSaid ? "" : " " + Phrases.At(record[entry].Forum);

    public string PublicPrivate(PublicPrivateGap item)
    {
        string soft = say.Values(item.IssueId, item.BasisIndex, item.Private);
        string hard = say.Values(item.IssueId, item.BasisIndex, item.Public);
        string where = item.PrivateForum == Forum.Private ? "in private" : Phrases.At(item.PrivateForum);
        string leaked = item.IsLeaked ? ", known only from sources not on the record" : "";
        string floated = item.IsFloated ? ", not firm" : "";
        bool isOne = item.PrivateSpeakerId == item.PublicSpeakerId;
        string softName = isOne && item.IsPrivateLater ? "" : say.Name(item.PrivateSpeakerId) + " ";
        string hardName = isOne && !item.IsPrivateLater ? "" : say.Name(item.PublicSpeakerId) + " ";
        string softer = $"{softName}{soft} {where}{floated}{leaked}";
        string harder = $"{hardName}{hard} in public";
        (string first, string second) = item.IsPrivateLater ? (harder, softer) : (softer, harder);
        string size = item.Size is { } amount ? $" They lie {say.Amount(item.IssueId, item.BasisIndex, amount)} apart." : "";
        return $"{Phrases.Name(item.Party)}, on {say.Issue(item.IssueId, item.BasisIndex)}: {first}; "
            + $"{second}, {Phrases.Later(item.Days)}.{size}{(item.IsContested ? " Contested." : "")} {say.Citer.Bracketed(item.Evidence)}";
    }
}
