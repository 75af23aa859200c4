using System.Text.Json;
using Parley.Drawing.Json;
using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>The findings of what weighs, and what weighs nothing, as JSON.</summary>
internal sealed class WeightJson(StandingReport report, IWords words, JsonPage page)
{
    private readonly NegotiationRecord record = report.Record;
    private readonly Utf8JsonWriter json = page.Out;

    public void Write()
    {
        page.List("opinions", report.Opinions, Opinion);
        page.List("agreements", report.Agreements, Agreement);
        page.List("weakLinks", report.WeakLinks, WeakLink);
        page.List("forecasts", report.Forecasts, Forecast);
        page.List("issueStates", report.IssueStates, IssueState);
    }

    private void Forecast(ForecastScore item)
    {
        page.Side(item.SpeakerId);
        page.Actor("speaker", item.SpeakerId);
        page.Tag(item.Tag);
        page.Name("state", item.State);
        page.Date("due", item.Due);
        json.WriteBoolean("statusQuo", item.IsStatusQuo);
        page.Terms("terms", record[item.Entry].Terms);
        page.Evidence(item.Evidence);
    }

    private void IssueState(IssueState item)
    {
        page.Issue(item.IssueId, item.BasisIndex);
        page.Name("kind", item.Kind);
        page.Parties([.. item.Parties]);
        json.WriteBoolean("contested", item.IsContested);
        page.Evidence(item.Evidence);
    }

    private void WeakLink(WeakLink item)
    {
        json.WriteString("origin", item.Origin.Name);
        json.WriteString("side", item.Origin.Side?.Name);
        page.List("findings", item.Findings, finding =>
        {
            page.Name("kind", finding.Kind);
            json.WriteNumber("place", finding.Place);
            page.Evidence(WeakLinkSentences.EvidenceOf(report, finding));
        });
    }

    private void Agreement(Agreement item)
    {
        Entry act = record[item.Evidence.First];
        page.Name("state", item.State);
        page.Parties([.. item.SideIds.Select(id => record.Actors[id])]);
        page.Tag(item.Tag);
        page.Track(item.TrackId);
        page.Terms("terms", act.Terms);
        json.WriteStartArray("subjectTo");
        foreach (Ratification ratification in item.Ratifications)
        {
            json.WriteStartObject();
            page.Actor("ratifier", ratification.RatifierId);
            page.Name("state", ratification.State);
            page.Citations("by", ratification.Entry < 0 ? [] : [ratification.Entry]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        page.Days("daysWaited", item.DaysWaited);
        if (item.DaysWaited is null)
        {
            json.WriteString("daysWaitedReason", "it waits, or waited, for nobody");
        }

        page.Citations("votes", item.Votes);
        page.Citations("polls", item.Polls);
        json.WriteBoolean("signable", item.IsSignable);
        json.WriteBoolean("signableNotRatifiable", item.IsSignableNotRatifiable);
        json.WriteStartArray("refusals");
        foreach (Refusal refusal in item.Refusals)
        {
            json.WriteStartObject();
            page.Actor("ratifier", refusal.RatifierId);
            page.Name("kind", refusal.Kind);
            page.Citations("by", [refusal.Entry]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("contested", item.IsContested);
        page.Evidence(item.Evidence);
    }

    private void Opinion(Opinion item)
    {
        page.Actor("holder", item.HolderId);
        page.Name("kind", item.Kind);
        json.WriteString("party", item.About?.Name);
        json.WriteString("reading", item.ReadingId < 0 ? null : record.Readings[item.ReadingId].Name);
        json.WriteString("about", item.ReadingId < 0 ? null : OpinionSentences.About(record.Readings[item.ReadingId]));
        json.WriteString("content", EntryWords.Content(record, record[item.Evidence.First], words).Trim());
        page.Evidence(item.Evidence);
    }
}
