using System.Text.Json;
using Parley.Drawing.Json;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>Rounds, deadlines, pressure and the cost of waiting as JSON.</summary>
internal sealed class RhythmJson(StandingReport report, JsonPage page)
{
    private readonly Utf8JsonWriter json = page.Out;

    public void Write()
    {
        page.List("rounds", report.Rounds, Round);
        page.List("cadences", report.Cadences, Cadence);
        page.List("replyTimes", report.ReplyTimes, ReplyTimes);
        page.List("standstills", report.Standstills, Standstill);
        page.List("afterRounds", report.AfterRounds, AfterRounds);
        page.List("deadlines", report.Deadlines, Deadline);
        DeadlineTest();
        page.List("finality", report.Finality, Finality);
        page.List("waiting", report.Waiting, Waiting);
        page.List("pressure", report.Pressure, Pressure);
        page.List("pressureTests", report.PressureTests, PressureTest);
    }

    private void Round(Round item)
    {
        WholeNumber("number", item.Number);
        page.Track(item.TrackId);
        page.Date("date", item.Date);
        json.WriteBoolean("held", item.IsHeld);
        page.Parties([.. item.Parties]);
        page.Days("sincePrevious", item.SincePrevious);
        json.WriteStartArray("plannedFor");
        foreach (DateInterval date in item.PlannedFor)
        {
            json.WriteStartObject();
            page.Date("date", date);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        page.Evidence(item.Evidence);
    }

    private void Cadence(Cadence item)
    {
        page.Track(item.TrackId);
        json.WriteNumber("rounds", item.Rounds);
        page.Days("shortest", item.Shortest);
        page.Days("longest", item.Longest);
        page.Days("sinceLast", item.SinceLast);
        page.Evidence(item.Evidence);
    }

    private void ReplyTimes(ReplyTimes item)
    {
        json.WriteString("party", item.Party.Name);
        json.WriteNumber("offers", item.Offers);
        json.WriteNumber("answered", item.Answered);
        json.WriteNumber("open", item.Open);
        page.Days("shortest", item.Shortest);
        page.Days("longest", item.Longest);
        page.Days("longestOpen", item.LongestOpen);
        page.Evidence(item.Evidence);
    }

    private void Standstill(Standstill item)
    {
        page.Track(item.TrackId);
        page.Name("kind", item.Kind);
        page.Days("days", item.Days);
        page.Evidence(new Evidence(item.Since));
    }

    private void AfterRounds(AfterRounds item)
    {
        json.WriteString("party", item.Party.Name);
        page.Track(item.TrackId);
        json.WriteNumber("withinDays", item.WithinDays);
        Test(item.Test);
        json.WriteNumber("hitsUncontested", item.FollowedUncontested);
        page.Citations("statements", item.Statements);
        page.Citations("contestedStatements", item.ContestedStatements);
        page.Citations("firstTablePosition", item.FirstTablePosition < 0 ? [] : [item.FirstTablePosition]);
        json.WriteNumber("testableRounds", item.TestableRounds);
        if (item.TestableRounds > 0)
        {
            json.WriteNumber("takenBack", item.TakenBack);
        }
        else
        {
            json.WriteNull("takenBack");
            json.WriteString("takenBackReason", item.FirstTablePosition < 0
                ? "no dated position of the party at the table is on record"
                : "its first position at the table lies after the last of these rounds");
        }

        page.Evidence(item.Evidence);
    }

    private void Deadline(Deadline item)
    {
        page.Actor("speaker", item.SpeakerId);
        page.Tag(item.Tag);
        page.Track(item.TrackId);
        page.Name("verb", item.Verb);
        json.WriteStartArray("days");
        foreach (DeadlineDay day in item.Days)
        {
            json.WriteStartObject();
            page.Date("day", day.Day);
            page.Citations("setBy", [day.SetBy]);
            page.Name("state", day.State);
            page.Citations("concessionsBefore", day.ConcessionsBefore);
            page.Citations("concessionsAfter", day.ConcessionsAfter);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("withinDays", item.WithinDays);
        page.Citations("cancelledBy", item.CancelledBy < 0 ? [] : [item.CancelledBy]);
        page.Citations("metBy", item.MetBy < 0 ? [] : [item.MetBy]);
        page.Days("daysLate", item.DaysLate);
        page.Evidence(item.Evidence);
    }

    private void DeadlineTest()
    {
        if (report.DeadlineTest is not { } test)
        {
            json.WriteNull("deadlineTest");
            return;
        }

        json.WriteStartObject("deadlineTest");
        json.WriteNumber("withinDays", test.WithinDays);
        Test(test.Test);
        page.Evidence(test.Evidence);
        json.WriteEndObject();
    }

    private void Finality(Finality item)
    {
        page.Side(item.SpeakerId);
        page.Actor("speaker", item.SpeakerId);
        page.Citations("final", [item.Entry]);
        page.Citations("calledBy", [item.CalledBy]);
        page.Name("state", item.State);
        page.Citations("later", item.Later < 0 ? [] : [item.Later]);
        json.WriteBoolean("agreement", item.IsAgreement);
        page.Days("days", item.Days);
        json.WriteStartArray("steps");
        foreach (FinalityStep step in item.Steps)
        {
            json.WriteStartObject();
            page.Issue(step.IssueId, step.BasisIndex);
            page.Values("from", step.IssueId, step.BasisIndex, step.From);
            page.Values("to", step.IssueId, step.BasisIndex, step.To);
            if (step.IsBetterForOthers is { } better)
            {
                json.WriteBoolean("betterForOthers", better);
            }
            else
            {
                json.WriteNull("betterForOthers");
                json.WriteString("betterForOthersReason", "it gives neither more nor less");
            }

            page.Number("size", step.Size, "the two sets have no distance");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        page.Evidence(item.Evidence);
    }

    private void Waiting(Waiting item)
    {
        json.WriteString("party", item.Cost.Party.Name);
        Estimate("cost", item.Cost.Amount);
        json.WriteString("unit", item.Cost.Unit);
        page.Name("per", item.Cost.Per);
        page.Day("from", item.From);
        page.Day("until", item.Until);
        WholeNumber("elapsedDays", item.Elapsed);
        Estimate("soFar", item.SoFar);
        json.WriteStartArray("gaps");
        foreach (WaitingGap near in item.Gaps)
        {
            Gap gap = report.Gaps[near.Gap];
            json.WriteStartObject();
            page.Parties(gap.First, gap.Second);
            page.Issue(gap.IssueId, gap.BasisIndex);
            page.Number("amount", near.Amount, "");
            Estimate("times", near.Times);
            page.Evidence(gap.Evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Pressure(Pressure item)
    {
        json.WriteString("party", item.Party.Name);
        page.Name("kind", item.Kind);
        page.Tag(item.Tag);
        page.Track(item.TrackId);
        json.WriteBoolean("internal", item.IsInternal);
        json.WriteBoolean("lasts", item.Lasts);
        page.Citations("endedBy", item.EndEntry < 0 ? [] : [item.EndEntry]);
        Near("roundAfter", item.Before);
        Near("roundBefore", item.After);
        json.WriteBoolean("contested", item.IsContested);
        page.Evidence(item.Evidence);
    }

    private void PressureTest(PressureTest item)
    {
        json.WriteString("party", item.Party.Name);
        page.Name("kind", item.Kind);
        json.WriteNumber("withinDays", item.WithinDays);
        Test(item.Test);
        page.Evidence(item.Evidence);
    }

    private void Near(string name, NearRound? near)
    {
        if (near is not { } round)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        page.Citations("round", [report.Rounds[round.Round].Entry]);
        json.WriteBoolean("held", report.Rounds[round.Round].IsHeld);
        page.Days("days", round.Days);
        json.WriteEndObject();
    }

    private void Test(Placebo test)
    {
        json.WriteStartObject("test");
        page.Day("firstDay", test.FirstDay);
        page.Day("lastDay", test.LastDay);
        json.WriteNumber("calendarDays", test.CalendarDays);
        json.WriteNumber("coveredDays", test.CoveredDays);
        json.WriteNumber("hits", test.Hits);
        json.WriteNumber("of", test.Of);
        string reason = Obstacle(test.Obstacle);
        page.Number("expected", test.Expected, reason);
        page.Number("shareAtLeast", test.ShareAtLeast, reason);
        json.WriteEndObject();
    }

    private static string Obstacle(PlaceboObstacle obstacle) => obstacle switch
    {
        PlaceboObstacle.NoWindows => "there is no day to be near",
        PlaceboObstacle.TooFewActs => "there are too few acts",
        PlaceboObstacle.AllCovered => "every day of the calendar counts as near",
        _ => "the calendar is longer than ten years",
    };

    private void WholeNumber(string name, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private void Estimate(string name, Estimate? amount)
    {
        if (amount is not { } value)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        page.Number("low", value.Low, "");
        page.Number("high", value.High, "");
        json.WriteEndObject();
    }
}
