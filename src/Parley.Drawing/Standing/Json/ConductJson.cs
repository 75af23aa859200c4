using Parley.Drawing.Json;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>Goalposts, and positions in private beside those in public, as JSON.</summary>
internal static class ConductJson
{
    public static void Goalpost(JsonPage page, Goalpost item)
    {
        page.Out.WriteString("party", item.Party.Name);
        page.Actor("speaker", item.SpeakerId);
        page.Name("kind", item.Kind);
        page.Issue(item.IssueId, item.BasisIndex);
        page.Values("values", item.IssueId, item.BasisIndex, item.Values);
        page.Out.WriteString("other", item.Other?.Name);
        page.Issue(item.MetIssueId, item.MetBasisIndex, "metIssue", "metBasis");
        if (item.Met is { } met)
        {
            page.Values("met", item.MetIssueId, item.MetBasisIndex, met);
        }
        else
        {
            page.Out.WriteNull("met");
            page.Out.WriteString("metReason", "nothing was demanded on the issue");
        }

        page.Days("days", item.Days);
        page.Out.WriteBoolean("orderUncertain", item.OrderUncertain);
        page.Out.WriteBoolean("contested", item.IsContested);
        page.Evidence(item.Evidence);
    }

    public static void PublicPrivate(JsonPage page, PublicPrivateGap item)
    {
        page.Out.WriteString("party", item.Party.Name);
        page.Actor("privateSpeaker", item.PrivateSpeakerId);
        page.Actor("publicSpeaker", item.PublicSpeakerId);
        page.Issue(item.IssueId, item.BasisIndex);
        page.Values("private", item.IssueId, item.BasisIndex, item.Private);
        page.Values("public", item.IssueId, item.BasisIndex, item.Public);
        page.Name("privateForum", item.PrivateForum);
        page.Out.WriteBoolean("leaked", item.IsLeaked);
        page.Out.WriteBoolean("floated", item.IsFloated);
        page.Out.WriteBoolean("privateLater", item.IsPrivateLater);
        page.Days("days", item.Days);
        page.Number("size", item.Size, "a limit is open");
        page.Out.WriteBoolean("contested", item.IsContested);
        page.Evidence(item.Evidence);
    }
}
