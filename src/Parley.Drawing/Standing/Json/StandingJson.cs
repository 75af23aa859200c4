using System.Text.Json;
using Parley.Drawing.Json;
using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>The standing as JSON, in the form of the schema <c>standing.schema.json</c>.</summary>
public static class StandingJson
{
    /// <summary>Writes the report, indented, its members always in the same order.</summary>
    /// <param name="report">The report.</param>
    /// <param name="words">How entries are cited and dates are written.</param>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="writeProblems">
    /// Writes the problems of the journal as an array of objects; null when there are none.
    /// </param>
    public static void Write(
        StandingReport report, IWords words, Stream stream, Action<Utf8JsonWriter>? writeProblems = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(stream);
        using JsonPage page = new(report.Record, words, stream);
        page.Head("standing", report.AsOf);
        page.Day("lastDay", report.LastDay);
        page.Out.WriteNumber("entryCount", report.EntryCount);
        page.Problems(writeProblems);
        new Findings(report, words, page).Write();
        page.Out.WriteEndObject();
    }

    /// <summary>The JSON Schema (draft 2020-12) that every report fits.</summary>
    public static Stream OpenSchema() =>
        typeof(StandingJson).Assembly.GetManifestResourceStream("standing.schema.json")!;

    private sealed class Findings(StandingReport report, IWords words, JsonPage page)
    {
        private readonly NegotiationRecord record = report.Record;
        private readonly Utf8JsonWriter json = page.Out;

        public void Write()
        {
            page.List("positions", report.Positions, Position);
            page.List("gaps", report.Gaps, Gap);
            page.List("moves", report.Moves, Move);
            page.List("trades", report.Trades, item => ExchangeJson.Trade(page, item));
            page.List("reversals", report.Reversals, Reversal);
            page.List("divided", report.Divided, Division);
            page.List("goalposts", report.Goalposts, item => ConductJson.Goalpost(page, item));
            page.List("publicPrivateGaps", report.PublicPrivateGaps, item => ConductJson.PublicPrivate(page, item));
            page.List("replies", report.Replies, Reply);
            page.List("promises", report.Promises, Commitment);
            page.List("threats", report.Threats, Commitment);
            new RhythmJson(report, page).Write();
            page.List("redLines", report.RedLines, RedLine);
            page.List("clashes", report.Clashes, Clash);
            page.List("contested", report.Contested, Contest);
            page.List("contestedActs", report.ContestedActs, ContestedAct);
            page.List("origins", report.Origins, Origin);
            new WeightJson(report, words, page).Write();
        }

        private void Position(Position item)
        {
            json.WriteString("party", item.Party.Name);
            json.WriteString("speaker", item.Speaker.Name);
            page.Issue(item.IssueId, item.BasisIndex);
            page.Name("forum", item.Forum);
            page.Track(item.Track?.Id ?? -1);
            page.Name("kind", item.Kind);
            page.Values("values", item.IssueId, item.BasisIndex, item.Values);
            json.WriteBoolean("readAsOrBetter", item.IsReadAsOrBetter);
            page.Name("firmness", item.Firmness);
            page.Name("state", item.State);
            json.WriteStartArray("conditions");
            foreach (Condition condition in Conditions(item))
            {
                json.WriteStringValue(EntryWords.Of(record, condition, words));
            }

            json.WriteEndArray();
            page.Date("since", item.Since);
            json.WriteBoolean("bargaining", item.IsBargaining);
            json.WriteBoolean("ofParty", item.IsOfParty);
            json.WriteBoolean("contested", item.IsContested);
            json.WriteBoolean("mayNotHaveHappened", item.MayNotHaveHappened);
            page.Evidence(item.Evidence);
        }

        private IEnumerable<Condition> Conditions(Position item) => item.State == PositionState.Conditional
            ? item.Evidence.Entries().SelectMany(entry => record[entry].Details.Conditions)
            : [];

        private void Gap(Gap item)
        {
            page.Parties(item.First, item.Second);
            page.Issue(item.IssueId, item.BasisIndex);
            page.Number("opening", item.Opening, "the sides have no first bargaining positions that can be measured");
            page.Number("current", item.Current, "the sides have no bargaining positions that can be measured");
            page.Evidence(item.Evidence);
        }

        private void Move(Move item)
        {
            page.Side(item.SpeakerId);
            page.Actor("speaker", item.SpeakerId);
            page.Issue(item.IssueId, item.BasisIndex);
            page.Name("forum", item.Forum);
            page.Track(item.TrackId);
            page.Name("kind", item.Kind);
            page.Values("from", item.IssueId, item.BasisIndex, item.From);
            page.Values("to", item.IssueId, item.BasisIndex, item.To);
            page.Number("size", item.Size, "the two sets have no distance");
            ExchangeJson.Share(page, item);
            json.WriteBoolean("acrossForums", item.Traits.HasFlag(MoveTraits.AcrossForums));
            json.WriteBoolean("afterWithdrawal", item.Traits.HasFlag(MoveTraits.AfterWithdrawal));
            json.WriteBoolean("inOneAlternative", item.Traits.HasFlag(MoveTraits.InOneAlternative));
            json.WriteBoolean("orderUncertain", item.Traits.HasFlag(MoveTraits.OrderUncertain));
            json.WriteBoolean("contested", item.Traits.HasFlag(MoveTraits.Contested));
            json.WriteBoolean("mayNotHaveHappened", item.Traits.HasFlag(MoveTraits.MayNotHaveHappened));
            page.Evidence(item.Evidence);
        }

        private void Reversal(Reversal item)
        {
            json.WriteString("party", item.Party.Name);
            page.Actor("fromSpeaker", item.FromSpeakerId);
            page.Actor("toSpeaker", item.ToSpeakerId);
            page.Issue(item.IssueId, item.BasisIndex);
            page.Name("kind", item.Kind);
            page.Values("from", item.IssueId, item.BasisIndex, item.From);
            if (item.To is { } to)
            {
                page.Values("to", item.IssueId, item.BasisIndex, to);
            }
            else
            {
                json.WriteNull("to");
                json.WriteString("toReason", "withdrawn, and nothing put in its place");
            }

            page.Name("fromForum", item.FromForum);
            page.Name("toForum", item.ToForum);
            page.Days("lagDays", item.LagDays);
            page.Answer("roundBetween", item.RoundBetween, "the dates do not decide it");

            json.WriteBoolean("contested", item.IsContested);
            json.WriteBoolean("orderUncertain", item.OrderUncertain);
            page.Evidence(item.Evidence);
        }

        private void Division(Division item)
        {
            json.WriteString("party", item.Party.Name);
            page.Actor("firstSpeaker", item.FirstSpeakerId);
            page.Actor("secondSpeaker", item.SecondSpeakerId);
            page.Issue(item.IssueId, item.BasisIndex);
            page.Values("first", item.IssueId, item.BasisIndex, item.First);
            page.Values("second", item.IssueId, item.BasisIndex, item.Second);
            page.Name("firstForum", item.FirstForum);
            page.Name("secondForum", item.SecondForum);
            page.Days("lagDays", item.LagDays);
            json.WriteBoolean("contested", item.IsContested);
            page.Evidence(item.Evidence);
        }

        private void Reply(Reply item)
        {
            page.Parties(record.Actors[item.OffererId].Side, record.Actors[item.AddresseeId].Side);
            page.Actor("offerer", item.OffererId);
            page.Actor("addressee", item.AddresseeId);
            page.Issues(record[item.OfferEntry].Terms);
            json.WriteString("offer", item.Tag < 0 ? words.Cite(item.OfferEntry) : record.TagName(item.Tag));
            page.Name("verb", record[item.OfferEntry].Verb);
            page.Name("state", item.State);
            page.Date("started", item.Started);
            page.Days("days", item.Days);
            json.WriteStartObject("rounds");
            json.WriteNumber("min", item.RoundsMin);
            json.WriteNumber("max", item.RoundsMax);
            json.WriteEndObject();
            json.WriteBoolean("censored", item.IsCensored);
            json.WriteBoolean("answeredWithoutAuthority", item.AnsweredWithoutAuthority);
            page.Evidence(item.Evidence);
        }

        private void Commitment(Commitment item)
        {
            page.Parties(record.Actors[item.SpeakerId].Side, record.Actors[item.AddresseeId].Side);
            page.Actor("speaker", item.SpeakerId);
            page.Actor("addressee", item.AddresseeId);
            page.Actor("through", item.ThroughId);
            page.Issues(item.Evidence.First < 0 ? [] : record[item.Evidence.First].Terms);
            page.Tag(item.Tag);
            page.Track(item.TrackId);
            page.Name("existence", item.Existence);
            page.Name("performance", item.Performance);
            page.Citations("claims", item.Claims);
            if (item.ClaimsAgree is { } agree)
            {
                json.WriteBoolean("claimsAgree", agree);
            }
            else
            {
                json.WriteNull("claimsAgree");
                json.WriteString("claimsAgreeReason", "no source says what became of it");
            }

            page.Date("deadline", item.Deadline);
            json.WriteBoolean("contested", item.IsContested);
            page.Evidence(item.Evidence);
        }

        private void RedLine(RedLine item)
        {
            json.WriteString("party", item.Party.Name);
            page.Actor("drawer", item.DrawerId);
            page.Name("authority", item.Authority);
            page.Issue(item.IssueId, item.BasisIndex);
            json.WriteString("line", item.IsRequirement ? "requires" : "excludes");
            page.Values("stated", item.IssueId, item.BasisIndex, item.Stated);
            page.Values("allowed", item.IssueId, item.BasisIndex, item.Allowed);
            json.WriteBoolean("stands", item.Stands);
            page.Date("since", item.Since);
            page.Citations("tests", item.Tests);
            page.Citations("crossings", item.Crossings);
            json.WriteBoolean("crossedFromBelow", item.CrossedFromBelow);
            page.Citations("softenings", item.Softenings);
            page.Values("asStated", item.IssueId, item.BasisIndex, item.Allowed);
            page.Values("asRevealed", item.IssueId, item.BasisIndex, item.Revealed);
            page.Citations("revealedBy", item.RevealedBy);
            json.WriteBoolean("revealedContested", item.Revealed != item.RevealedUncontested);
            json.WriteBoolean("contested", item.IsContested);
            page.Evidence(item.Evidence);
        }

        private void Clash(Clash item)
        {
            page.Parties([.. item.Parties]);
            page.Issue(item.IssueId, item.BasisIndex);
            page.Number("leastLoosening", item.LeastLoosening, "the labels have no order");
            json.WriteBoolean("attained", item.IsAttained);
            page.Answer("persistsAsRevealed", item.PersistsAsRevealed, "it turns on accounts that exclude each other");
            json.WriteBoolean("contested", item.IsContested);
            page.Evidence(item.Evidence);
        }

        private void Contest(Contest item)
        {
            page.Side(item.SpeakerId);
            page.Actor("speaker", item.SpeakerId);
            page.Issue(item.IssueId, 0);
            page.Name("kind", item.Kind);
            page.Tag(item.Tag);
            page.Evidence(item.Evidence);
        }

        private void ContestedAct(ContestedAct item)
        {
            page.Citations("act", [item.Entry]);
            page.Tag(item.Tag);
            page.List("readings", item.Readings, Reading);
        }

        private void Reading(ContestReading item)
        {
            page.Citations("account", item.Account < 0 ? [] : [item.Account]);
            json.WriteBoolean("tookPlace", item.Account >= 0);
            page.List("gaps", item.Gaps, Gap);
            page.List("moves", item.Moves, Move);
            page.List("reversals", item.Reversals, Reversal);
            page.List("divided", item.Divided, Division);
            page.List("goalposts", item.Goalposts, finding => ConductJson.Goalpost(page, finding));
            page.List("publicPrivateGaps", item.PublicPrivateGaps, finding => ConductJson.PublicPrivate(page, finding));
            page.List("replies", item.Replies, Reply);
            page.List("promises", item.Promises, Commitment);
            page.List("threats", item.Threats, Commitment);
            page.List("redLines", item.RedLines, RedLine);
            page.List("clashes", item.Clashes, Clash);
        }

        private void Origin(Origin item)
        {
            json.WriteString("source", item.Source.Name);
            json.WriteString("party", item.Source.Side?.Name);
            json.WriteString("title", item.Source.IsSealed ? null : item.Source.Title);
            json.WriteBoolean("sealed", item.Source.IsSealed);
            page.Name("kind", item.Source.Kind);
            page.Name("attribution", item.Source.Attribution);
            json.WriteString("grade", Phrases.Grade(item.Source.Grade));
            json.WriteNumber("entryCount", item.Entries);
            json.WriteNumber("onlyEntryCount", item.OnlyEntries);
            json.WriteStartArray("via");
            foreach (Source relay in item.Via)
            {
                json.WriteStringValue(relay.Name);
            }

            json.WriteEndArray();
        }
    }
}
