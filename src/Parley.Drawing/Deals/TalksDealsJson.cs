using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Parley.Drawing.Json;
using Parley.Record.Deals;
using Parley.Record.Framing;

namespace Parley.Drawing.Deals;

/// <summary>The deals that are left of a record, as JSON.</summary>
public static class TalksDealsJson
{
    /// <summary>Writes the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="words">How entries are cited and dates are written.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="writeProblems">Writes the problems of the journal; null when it has none to tell.</param>
    public static void Write(DealsReport report, IWords words, Stream stream, Action<Utf8JsonWriter>? writeProblems)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(stream);
        using JsonPage page = new(report.Talks.Record, words, stream);
        new Drawer(report, page).Write(writeProblems);
    }

    private sealed class Drawer(DealsReport report, JsonPage page)
    {
        private readonly FramedTalks talks = report.Talks;

        public void Write(Action<Utf8JsonWriter>? writeProblems)
        {
            page.Head("deals", talks.AsOf);
            page.Problems(writeProblems);
            page.Track(talks.Track?.Id ?? -1);
            page.Name("obstacle", talks.Obstacle);
            page.Parties([.. talks.Parties.Select(p => p.Party)]);
            WriteSpace();
            WriteClashes();
            page.List("relaxations", report.Loosenings, WriteLoosening);
            page.Name("scope", report.Scope);
            page.List("deals", report.Deals, WriteDeal);
            if (report.Exact is { } exact)
            {
                DealsJson.WriteEfficient(exact, page.Out);
            }
            else
            {
                page.Out.WriteNull("frontier");
                page.Out.WriteString("frontierReason", report.IsBeyondLimits ? "tooLarge" : "preferencesUnknown");
                foreach (string solution in (string[])["nash", "kalaiSmorodinsky", "egalitarian", "utilitarian"])
                {
                    page.Out.WriteStartArray(solution);
                    page.Out.WriteEndArray();
                }
            }

            WriteUncertainty();
            page.Out.WriteEndObject();
        }

        private void WriteSpace()
        {
            page.Out.WriteStartObject("space");
            Count("outcomes", talks.Space.Count);
            Count("outcomesAsStated", talks.OutcomesAsStated);
            Count("outcomesAsRevealed", talks.OutcomesAsRevealed);
            page.List("issues", talks.Issues, issue =>
            {
                page.Issue(issue.Issue.Id, issue.BasisIndex);
                page.Out.WriteNumber("values", issue.Scale.Count!.Value);
                page.Out.WriteBoolean("onPoints", issue.IsSampled);
            });
            page.List("leftOut", talks.LeftOut, omission =>
            {
                page.Issue(omission.IssueId, omission.BasisIndex);
                page.Name("reason", omission.Reason);
            });
            page.Out.WriteEndObject();
        }

        private void WriteClashes() => page.List("clashes", report.Clashes, clash =>
        {
            page.Parties([.. clash.Parties]);
            page.Issue(clash.IssueId, clash.BasisIndex);
            page.Number("leastLoosening", clash.LeastLoosening, "labelsWithoutOrder");
            page.Out.WriteBoolean("attained", clash.IsAttained);
            page.Answer("persistsAsRevealed", clash.PersistsAsRevealed, "turnsOnAccounts");
            page.Out.WriteBoolean("contested", clash.IsContested);
            page.Evidence(clash.Evidence);
        });

        private void WriteLoosening(Loosening loosening)
        {
            FramedIssue issue = talks.Issues[loosening.Issue];
            page.Out.WriteString("party", loosening.Party.Name);
            page.Issue(issue.Issue.Id, issue.BasisIndex);
            Values("admits", issue, loosening.Places);
            page.Citations("lines", [.. loosening.Lines.SelectMany(l => l.Line.Evidence.Entries()).Distinct()]);
        }

        private void WriteDeal(Deal deal)
        {
            page.Name("kind", deal.Kind);
            page.Out.WriteString("party", deal.Party?.Name);
            page.Citations("entries", deal.Reading?.Accounts ?? []);
            if (deal.Package is { } package)
            {
                page.Out.WriteBoolean("conditional", package.IsConditional);
                page.Out.WriteBoolean("stands", package.Stands);
            }

            if (deal.Reading is { } reading)
            {
                page.Out.WriteBoolean("unknownTerms", reading.HasUnknownTerms);
                page.Out.WriteStartArray("unaddressed");
                foreach (int issue in reading.Unaddressed)
                {
                    page.Out.WriteStringValue(talks.Record.Issues[issue].Name);
                }

                page.Out.WriteEndArray();
            }

            page.List("choices", [.. Enumerable.Range(0, talks.Issues.Count)], i =>
            {
                page.Issue(talks.Issues[i].Issue.Id, talks.Issues[i].BasisIndex);
                Values("values", talks.Issues[i], [.. Enumerable.Range(0, talks.Issues[i].Scale.Count!.Value).Where(p => deal.Choices.Any(c => c[i][p]))]);
            });
            Count("outcomes", deal.Outcomes);
            Count("outcomesAsStated", deal.OutcomesAsStated);
            Count("outcomesAsRevealed", deal.OutcomesAsRevealed);
            page.Citations("outsideOf", [.. deal.OutsideOf.SelectMany(l => l.Line.Evidence.Entries()).Distinct()]);
            page.List("refusals", deal.Refusals, refusal =>
            {
                page.Out.WriteString("by", refusal.Ratifier.Actor.Name);
                page.Name("kind", refusal.Kind);
                page.Citations("entries", [refusal.Entry]);
            });
            WriteFigures(deal);
        }

        private void WriteFigures(Deal deal)
        {
            page.List("utilities", [.. deal.Utilities.Select((range, p) => (Range: range, Party: talks.Parties[p].Party))], item =>
            {
                page.Out.WriteString("party", item.Party.Name);
                page.Out.WriteNumber("low", item.Range.Low);
                page.Out.WriteNumber("middle", item.Range.Middle);
                page.Out.WriteNumber("high", item.Range.High);
            });
            if (deal.Frequencies is not { } frequencies)
            {
                page.Out.WriteNull("frequencies");
                return;
            }

            page.Out.WriteStartObject("frequencies");
            page.Out.WriteNumber("efficient", frequencies.Efficient);
            page.Out.WriteNumber("acceptable", frequencies.Acceptable);
            page.Out.WriteNumber("nash", frequencies.Nash);
            page.Out.WriteNumber("kalaiSmorodinsky", frequencies.KalaiSmorodinsky);
            page.Out.WriteNumber("egalitarian", frequencies.Egalitarian);
            page.Out.WriteNumber("utilitarian", frequencies.Utilitarian);
            page.Out.WriteEndObject();
        }

        private void WriteUncertainty()
        {
            if (report.Uncertainty is not { } uncertainty)
            {
                page.Out.WriteNull("uncertainty");
                return;
            }

            page.Out.WriteStartObject("uncertainty");
            page.Out.WriteNumber("seed", uncertainty.Seed);
            page.Out.WriteNumber("draws", uncertainty.Draws);
            page.Out.WriteNumber("errorRate", uncertainty.ErrorRate);
            page.Out.WriteNumber("comparisons", uncertainty.Comparisons);
            page.Out.WriteNumber("effectiveDraws", uncertainty.EffectiveDraws);
            page.Out.WriteBoolean("contradictory", uncertainty.IsContradictory);
            page.List("questions", uncertainty.Questions, question =>
            {
                page.Out.WriteString("party", talks.Parties[question.Unknown.Party].Party.Name);
                page.Name("kind", question.Unknown.Kind);
                page.Issue(
                    question.Unknown.Issue < 0 ? -1 : talks.Issues[question.Unknown.Issue].Issue.Id,
                    question.Unknown.Issue < 0 ? 0 : talks.Issues[question.Unknown.Issue].BasisIndex);
                page.Out.WriteNumber("narrowing", question.Narrowing);
            });
            page.Out.WriteEndObject();
        }

        private void Values(string name, FramedIssue issue, IReadOnlyList<int> places)
        {
            page.Out.WriteStartArray(name);
            foreach (int place in places)
            {
                if (issue.Scale.IsNumeric)
                {
                    page.Out.WriteNumberValue(issue.NumberAt(place));
                }
                else
                {
                    page.Out.WriteStringValue(issue.Scale.Labels[place]);
                }
            }

            page.Out.WriteEndArray();
        }

        private void Count(string name, BigInteger count) => page.Out.WriteString(name, count.ToString(CultureInfo.InvariantCulture));
    }
}
