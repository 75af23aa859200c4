using Parley.Drawing.Standing;
using Parley.Drawing.Text;
using Parley.Drawing.Wording;
using Parley.Record.Deals;
using Parley.Record.Entries;
using Parley.Record.Framing;

namespace Parley.Drawing.Deals;

/// <summary>The deals that are left of a record, as plain text.</summary>
public static class TalksDealsText
{
    /// <summary>Writes the report; lines end in a line feed.</summary>
    /// <param name="report">The report.</param>
    /// <param name="words">How entries are cited and dates are written.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="options">How it is drawn.</param>
    public static void Write(DealsReport report, IWords words, TextWriter writer, TextOptions options)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        new Drawer(report, words, new TextPage(writer, options)).Write();
    }

    private sealed class Drawer
    {
        private readonly DealsReport report;
        private readonly FramedTalks talks;
        private readonly NegotiationRecord record;
        private readonly IWords words;
        private readonly TextPage page;
        private readonly Citer citer;
        private readonly StandingSentences say;

        public Drawer(DealsReport report, IWords words, TextPage page)
        {
            this.report = report;
            this.words = words;
            this.page = page;
            talks = report.Talks;
            record = talks.Record;
            citer = new Citer(words, page.Options.All);
            say = new StandingSentences(record, words, citer, page.Arrow);
        }

        public void Write()
        {
            new ReportHead(record, talks.AsOf, report.EntryCount).Write(page, citer, "What deals are left", "What deals were left");
            WriteSpace();
            WriteLines();
            if (report.Deals.Count > 0)
            {
                WriteDeals();
            }

            WriteUncertainty();
        }

        private void WriteSpace()
        {
            page.Blank();
            if (talks.Issues.Count == 0)
            {
                page.Paragraph("No issue has a value on record that a party put forward firmly: there is nothing to reckon with.");
                return;
            }

            page.Paragraph($"{Phrases.Sentence(Phrases.Count(talks.Issues.Count, "issue", "issues"))}: "
                + $"{OutcomeWords.Count(talks.Space.Count)} outcomes before any red line, {OutcomeWords.Count(talks.OutcomesAsStated)} that "
                + $"the lines leave as stated, {OutcomeWords.Count(talks.OutcomesAsRevealed)} as their own sides have revealed them.");
            page.Heading("Issues");
            foreach (FramedIssue issue in talks.Issues)
            {
                string places = issue.IsSampled
                    ? $"{issue.Scale.Count} of its numbers, all that are named among them"
                    : Phrases.Count(issue.Scale.Count!.Value, "value", "values");
                page.Paragraph($"{say.Issue(issue.Issue.Id, issue.BasisIndex)}: {places}.", indent: 2, hanging: 2);
            }

            foreach (IssueOmission omission in talks.LeftOut)
            {
                string reason = omission.Reason switch
                {
                    OmissionReason.NoValue => "no value of it is on record",
                    OmissionReason.OtherBasis => "another basis of it is used more",
                    _ => "its schedules do not become one number",
                };
                page.Paragraph($"{say.Issue(omission.IssueId, omission.BasisIndex)}: left out, {reason}.", indent: 2, hanging: 2);
            }
        }

        private void WriteLines()
        {
            page.Heading("What is in the way");
            if (report.Clashes.Count == 0)
            {
                page.Paragraph("No red lines that stand exclude each other.", indent: 2);
            }

            foreach (Record.Standing.Clash clash in report.Clashes)
            {
                page.Paragraph(say.Clash(clash), indent: 2, hanging: 2);
                foreach (Loosening loosening in report.Loosenings.Where(l => IsOf(l, clash)))
                {
                    page.Paragraph(Sentence(loosening), indent: 4, hanging: 2);
                }
            }
        }

        private bool IsOf(Loosening loosening, Record.Standing.Clash clash) =>
            talks.Issues[loosening.Issue].Issue.Id == clash.IssueId && talks.Issues[loosening.Issue].BasisIndex == clash.BasisIndex;

        private string Sentence(Loosening loosening)
        {
            FramedIssue issue = talks.Issues[loosening.Issue];
            int[] entries = [.. loosening.Lines.SelectMany(l => l.Line.Evidence.Entries()).Distinct()];
            string lines = loosening.Lines.Count == 1 ? "its line" : $"{Phrases.Number(loosening.Lines.Count)} of its lines";
            return $"It would open if {Phrases.Name(loosening.Party)} let {lines} admit {Values(issue, loosening.Places)}. {citer.Bracketed(entries)}";
        }

        private string Values(FramedIssue issue, IReadOnlyList<int> places)
        {
            if (!issue.Scale.IsNumeric)
            {
                return Phrases.List([.. places.Select(p => issue.Scale.Labels[p])], "or");
            }

            // On a scale without steps a place stands for what lies about it: the least that opens it is any amount.
            string unit = ValueWords.Unit(issue.Issue, issue.BasisIndex);
            string numbers = Phrases.List([.. places.Select(p => words.PrintNumber(issue.NumberAt(p)))], "or");
            return unit.Length == 0 ? numbers : $"{numbers} {unit}";
        }

        private void WriteDeals()
        {
            page.Heading("Deals");
            page.Paragraph(report.Scope switch
            {
                OutcomeScope.AsStated => "Compared over the outcomes that the lines leave as stated.",
                OutcomeScope.AsRevealed => "The lines leave nothing as stated; compared over what they leave as revealed.",
                _ => "The lines leave nothing either way; compared over all outcomes, as if no line held.",
            }, indent: 2);
            foreach (Deal deal in report.Deals)
            {
                WriteDeal(deal);
            }
        }

        private void WriteDeal(Deal deal)
        {
            page.Paragraph(Title(deal), indent: 2, hanging: 2, bold: true);
            page.Paragraph(Content(deal), indent: 4, hanging: 2);
            if (deal.Reading is { Unaddressed.Count: > 0 } reading)
            {
                page.Paragraph($"Leaves open: {Phrases.List([.. reading.Unaddressed.Select(i => record.Issues[i].Title)])}.", indent: 4, hanging: 2);
            }

            if (deal.OutsideOf.Count > 0)
            {
                int[] lines = [.. deal.OutsideOf.SelectMany(l => l.Line.Evidence.Entries()).Distinct()];
                string owners = Phrases.List([.. deal.OutsideOf.Select(l => Phrases.Name(l.Line.Party)).Distinct()]);
                page.Paragraph($"Lies outside of what red lines of {owners} allow. {citer.Bracketed(lines)}", indent: 4, hanging: 2);
            }

            foreach (IGrouping<(Actor Actor, DealRefusalKind Kind), DealRefusal> refusals in deal.Refusals.GroupBy(r => (r.Ratifier.Actor, r.Kind)))
            {
                string ground = refusals.Key.Kind == DealRefusalKind.RedLine ? "it lies outside a red line drawn there" : "these terms were rejected there";
                page.Paragraph(
                    $"Signable at the table, and {Phrases.Name(refusals.Key.Actor)} would refuse it: {ground}. "
                        + citer.Bracketed([.. refusals.Select(r => r.Entry).Distinct()]),
                    indent: 4,
                    hanging: 2);
            }

            WriteFigures(deal);
        }

        private void WriteFigures(Deal deal)
        {
            if (deal.Utilities.Count > 0)
            {
                page.Paragraph(string.Join("; ", talks.Parties.Select((party, p) =>
                    $"{Phrases.Name(party.Party)} {Share(deal.Utilities[p].Low)} to {Share(deal.Utilities[p].High)}, middle {Share(deal.Utilities[p].Middle)}")), indent: 4, hanging: 2);
            }

            if (deal.Frequencies is { } f)
            {
                page.Paragraph(
                    $"Efficient in {PerCent(f.Efficient)} of the draws, acceptable to all in {PerCent(f.Acceptable)}; Nash {PerCent(f.Nash)}, "
                    + $"Kalai-Smorodinsky {PerCent(f.KalaiSmorodinsky)}, egalitarian {PerCent(f.Egalitarian)}, utilitarian {PerCent(f.Utilitarian)}.",
                    indent: 4,
                    hanging: 2);
            }
        }

        private string Title(Deal deal) => deal.Kind switch
        {
            DealKind.Package when deal.Package is { } package => $"{Phrases.Sentence(Phrases.Name(deal.Party!))}, "
                + $"{words.PrintDate(record[package.Entry].When)}{Marks(package)} [{citer.List(deal.Reading!.Accounts, deal.Reading.Accounts.Count)}]",
            DealKind.StatusQuo => "What holds if nothing is agreed",
            DealKind.Settlement => $"What was agreed, {words.PrintDate(record[deal.Package!.Entry].When)} [{citer.Of(deal.Package.Entry)}]",
            _ => "Chosen most often by the solutions",
        };

        private static string Marks(FramedPackage package) =>
            (package.IsConditional ? ", on a condition" : "") + (package.Stands ? "" : ", no longer held");

        private string Content(Deal deal)
        {
            if (deal.Reading is { } reading)
            {
                string terms = string.Join(" or ", reading.Terms.GroupBy(t => t.Alternative).Select(alternative => string.Join(
                    ", ", alternative.Select(t => Term(talks.Issues[t.Issue], t.Read)))));
                return terms + (reading.HasUnknownTerms ? ", and further terms that are not known." : ".")
                    + $" {Phrases.Sentence(OutcomeWords.Count(deal.Outcomes))} outcomes, {OutcomeWords.Count(deal.OutcomesAsStated)} within the lines as stated, "
                    + $"{OutcomeWords.Count(deal.OutcomesAsRevealed)} as revealed.";
            }

            return string.Join(", ", talks.Issues.Select((issue, i) => $"{issue.Issue.Name} = {Values(issue,
                [.. Enumerable.Range(0, issue.Scale.Count!.Value).Where(p => deal.Choices.Any(c => c[i][p]))])}")) + ".";
        }

        private string Term(FramedIssue issue, ValueSet values) =>
            $"{ValueWords.Name(issue.Issue, issue.BasisIndex)} {ValueWords.Print(issue.Issue, issue.BasisIndex, values, words, withUnit: true)}";

        private void WriteUncertainty()
        {
            if (report.IsBeyondLimits)
            {
                page.Paragraph("The outcomes are too many to be compared in every draw.");
            }

            if (report.Uncertainty is not { } uncertainty || uncertainty.Draws == 1)
            {
                return;
            }

            page.Heading("What is not known");
            page.Paragraph(
                $"Preferences that the record does not declare were drawn {OutcomeWords.Count(uncertainty.Draws)} times (seed {uncertainty.Seed}), weighed by "
                + $"{Phrases.Count(uncertainty.Comparisons, "comparison", "comparisons")} of what the parties did, each taken to be wrong in "
                + $"{PerCent(uncertainty.ErrorRate)} of cases. They count as {OutcomeWords.Count((int)uncertainty.EffectiveDraws)} draws of equal weight.",
                indent: 2);
            if (uncertainty.IsContradictory)
            {
                page.Paragraph("The record contradicts itself: no preferences of the assumed form fit what the parties did, and the draws count alike.", indent: 2);
            }

            foreach (Question question in uncertainty.Questions)
            {
                page.Paragraph(
                    $"To find out: {Phrase(question.Unknown)}; it would narrow the answer by {PerCent(question.Narrowing)}.", indent: 2, hanging: 2);
            }
        }

        private string Phrase(Unknown unknown)
        {
            string party = Phrases.Name(talks.Parties[unknown.Party].Party);
            string issue = unknown.Issue < 0 ? "" : say.Issue(talks.Issues[unknown.Issue].Issue.Id, talks.Issues[unknown.Issue].BasisIndex);
            return unknown.Kind switch
            {
                UnknownKind.Weight => $"how much {issue} weighs for {party}",
                UnknownKind.Shape => $"how the worth of {issue} runs between its ends for {party}",
                UnknownKind.Worth => $"what {Values(talks.Issues[unknown.Issue], [unknown.Place])} on {issue} is worth to {party}",
                _ => $"below what {party} would rather have no deal",
            };
        }

        private static string Share(double utility) => utility.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

        private static string PerCent(double share) => Math.Round(share * 100).ToString("0", System.Globalization.CultureInfo.InvariantCulture) + Lines.NoBreak + "%";
    }
}
