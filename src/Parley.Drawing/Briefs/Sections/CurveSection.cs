using Parley.Drawing.Figures;
using Parley.Drawing.Wording;
using Parley.Record.Curves;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Briefs.Sections;

/// <summary>A curve for each issue that has a scale and more than one point on it, and its steps as a table.</summary>
internal static class CurveSection
{
    private const int MostCurves = 12;
    private const int MostRows = 12;

    public static BriefSection Make(BriefContext context)
    {
        CurveReport report = context.Reports.Curves;
        List<Curve> all = [.. report.Curves.Where(HasCourse)];
        List<Curve> curves = all.Count <= MostCurves ? all
            : [.. all.OrderByDescending(curve => curve.Steps.Max(step => step.From.FirstDay)).Take(MostCurves)
                .OrderBy(curve => curve.IssueId).ThenBy(curve => curve.BasisIndex)];
        if (curves.Count == 0)
        {
            return BriefSection.Empty("Curves", "No issue with a scale has more than one position on record, so that none has a curve.");
        }

        string count = curves.Count < all.Count
            ? $"The {curves.Count} issues spoken of last, of {Phrases.Number(all.Count)}. " : "";
        List<Block> blocks = [new Paragraph(Sentence.Of(
            count + "A line is the value that faces the other side, in steps: it holds until the next. Solid is firm, "
            + "dashed is floated, double is contested; a thin line was said elsewhere than at the table, or by a lower "
            + "voice. The gap between the sides is shaded. Circle: at the table; square: by letter; ring: before the "
            + "media; triangle: in private; diamond: forum not said."))];
        foreach (Curve curve in curves)
        {
            blocks.Add(new FigureBlock(
                "",
                _ => CurveFigure.Draw(report, curve, context.PlainWords, FigureSize.Wide),
                _ => CurveFigure.Draw(report, curve, context.PlainWords, FigureSize.Narrow)));
            blocks.Add(Table(context, curve));
        }

        return new BriefSection("Curves", blocks);
    }

    private static bool HasCourse(Curve curve) =>
        curve.Steps.Count(step => step.Limit is not null) + (curve.Settlement is null ? 0 : 1) > 1;

    private static Fold Table(BriefContext context, Curve curve)
    {
        string title = CurveFigure.Title(context.Record, curve);
        List<IReadOnlyList<GridCell>> rows = [.. curve.Steps
            .Skip(Math.Max(0, curve.Steps.Count - MostRows))
            .Select(step => Row(context, curve, step))];
        if (curve.Settlement is { } agreed)
        {
            rows.Add([
                GridCell.Of(context.Words.PrintDate(agreed.When)),
                GridCell.Of("agreed"),
                GridCell.Of(Phrases.Sentence(Phrases.At(context.Record[agreed.Evidence.First].Forum))),
                new GridCell([Sentence.Of(Values(context, curve, agreed.Values, agreed.Evidence.First), [agreed.Evidence.First])]),
            ]);
        }

        string cut = curve.Steps.Count > MostRows ? $" (the latest {MostRows} of {curve.Steps.Count} steps)" : "";
        return new Fold(
            $"Steps of: {title}{cut}",
            [new Grid(title, ["Since", "Who", "Where and how", "Value"], rows)]);
    }

    private static IReadOnlyList<GridCell> Row(BriefContext context, Curve curve, CurveStep step)
    {
        string kind = step.Kind switch
        {
            PositionKind.Demand => "demanded",
            PositionKind.Offer => "offered",
            PositionKind.Statement => "said",
            _ => "drawn as a red line",
        };
        string how = $"{kind} {Phrases.At(context.Record[step.Evidence.First].Forum)}";
        how += step.Firmness == Firmness.Firm ? "" : ", as " + Phrases.Standing(step.Firmness).Replace('-', ' ');
        how += step.IsContested ? ", contested" : "";
        how += step.IsWithdrawn && step.Until is { } until ? ", ended " + context.Words.PrintDate(until) : "";
        return
        [
            GridCell.Of(context.Words.PrintDate(step.From)),
            GridCell.Of(Phrases.Name(step.Speaker)),
            GridCell.Of(Phrases.Sentence(how)),
            new GridCell([Sentence.Of(Values(context, curve, step.Values, step.Evidence.First), [.. step.Evidence.Entries().Distinct()])]),
        ];
    }

    private static string Values(BriefContext context, Curve curve, ValueSet values, int entry) =>
        context.Say.Values(curve.IssueId, curve.BasisIndex, values, entry);
}
