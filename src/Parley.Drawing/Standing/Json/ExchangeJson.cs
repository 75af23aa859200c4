using Parley.Drawing.Json;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>Trades, and the share of a move, as JSON.</summary>
internal static class ExchangeJson
{
    /// <summary>The size of a move over the opening gap, and with whom the side opened with it.</summary>
    public static void Share(JsonPage page, Move item)
    {
        string reason = item.Size is null ? "the move has no size"
            : item.AgainstId < 0 ? "no opening gap with a party addressed is known"
            : "the sides opened with no gap";
        page.Number("share", item.Share, reason);
        page.Actor("against", item.AgainstId);
    }

    public static void Trade(JsonPage page, Trade item)
    {
        page.Out.WriteString("party", item.Party.Name);
        page.Actor("speaker", item.SpeakerId);
        page.Name("forum", item.Forum);
        page.Track(item.TrackId);
        page.Out.WriteStartArray("legs");
        foreach (Move leg in item.Legs)
        {
            page.Out.WriteStartObject();
            page.Issue(leg.IssueId, leg.BasisIndex);
            page.Out.WriteString("leg", (leg.Traits & MoveTraits.StepsBack) != 0 ? "stepsBack" : "gives");
            page.Values("from", leg.IssueId, leg.BasisIndex, leg.From);
            page.Values("to", leg.IssueId, leg.BasisIndex, leg.To);
            page.Number("size", leg.Size, "the two sets have no distance");
            Share(page, leg);
            page.Out.WriteBoolean("afterWithdrawal", leg.Traits.HasFlag(MoveTraits.AfterWithdrawal));
            page.Out.WriteEndObject();
        }

        page.Out.WriteEndArray();
        page.Out.WriteBoolean("inOneAlternative", item.InOneAlternative);
        page.Out.WriteBoolean("orderUncertain", item.OrderUncertain);
        page.Out.WriteBoolean("contested", item.IsContested);
        page.Evidence(item.Evidence);
    }
}
