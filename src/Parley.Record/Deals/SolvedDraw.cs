using Parley.Bargaining;
using Parley.Outcomes;
using Parley.Preferences;
using Choice = System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<bool>>;

namespace Parley.Record.Deals;

/// <summary>What a draw makes efficient, acceptable and a solution.</summary>
internal sealed class SolvedDraw
{
    /// <summary>Tied outcomes of one profile that are looked at; only indifference on many issues makes more.</summary>
    public const int MostTied = 1000;

    private readonly double[][][] worths;
    private readonly double[] reservations;
    private readonly (Outcome Outcome, byte Solutions)[] efficient;

    public SolvedDraw(PreferenceDraw draw, ParetoFrontier frontier, BargainingSolutions solutions)
    {
        Draw = draw;
        worths = [.. draw.Preferences.Select(party => party.Utility.Terms.Cast<IssueTerm>()
            .Select(term => ((TableValues)term.Values).Worths.Select(w => (w * term.Weight).ToDouble()).ToArray()).ToArray())];
        reservations = [.. draw.Preferences.Select(p => p.ReservationValue!.Value.ToDouble())];
        IReadOnlyList<int>[] inOrder = [solutions.Nash, solutions.KalaiSmorodinsky, solutions.Egalitarian, solutions.Utilitarian];
        byte[] marks = new byte[frontier.Count];
        for (int solution = 0; solution < inOrder.Length; solution++)
        {
            foreach (int place in inOrder[solution])
            {
                marks[place] |= (byte)(1 << solution);
            }
        }

        FirstOfSolutions = [.. inOrder.Where(s => s.Count > 0).Select(s => frontier.EnumerateOutcomes(s[0]).First())];
        efficient = [.. marks.SelectMany((mark, i) => frontier.EnumerateOutcomes(i).Take(MostTied).Select(o => (o, mark)))];
    }

    public PreferenceDraw Draw { get; }

    /// <summary>The first outcome of each solution that there is: Nash, Kalai–Smorodinsky, egalitarian, utilitarian.</summary>
    public IReadOnlyList<Outcome> FirstOfSolutions { get; }

    /// <summary>Marks whether an efficient outcome is among some choices, and which solutions are.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="index">The place of the draw in <paramref name="held"/>.</param>
    /// <param name="held">Efficient, not used, and the four solutions; each one a draw.</param>
    public void Judge(IReadOnlyList<Choice> choices, int index, bool[][] held)
    {
        foreach ((Outcome outcome, byte solutions) in efficient)
        {
            if (!Holds(choices, outcome))
            {
                continue;
            }

            held[0][index] = true;
            for (int solution = 0; solution < 4; solution++)
            {
                held[2 + solution][index] |= (solutions & (1 << solution)) != 0;
            }
        }
    }

    /// <summary>Whether some choice of places leaves every party at its reservation value or above.</summary>
    /// <param name="open">The places of each issue.</param>
    public bool HoldsAcceptable(IReadOnlyList<int>[] open)
    {
        if (open.Any(places => places.Count == 0))
        {
            return false;
        }

        // What is left to gain on the issues from each one on, so that hopeless beginnings are cut off.
        double[][] best = [.. worths.Select(own =>
        {
            double[] rest = new double[open.Length + 1];
            for (int issue = open.Length - 1; issue >= 0; issue--)
            {
                rest[issue] = rest[issue + 1] + open[issue].Max(p => own[issue][p]);
            }

            return rest;
        })];
        return Search(open, best, 0, new double[worths.Length]);
    }

    /// <summary>The least and the greatest utility of what some alternatives leave open, to about sixteen digits.</summary>
    public (double Least, double Greatest) EndsOf(IReadOnlyList<Choice> choices, int party)
    {
        double least = double.MaxValue;
        double greatest = double.MinValue;
        foreach (Choice choice in choices)
        {
            double low = 0;
            double high = 0;
            for (int issue = 0; issue < choice.Count; issue++)
            {
                (double worst, double best) = EndsOf(worths[party][issue], choice[issue]);
                low += worst;
                high += best;
            }

            least = Math.Min(least, low);
            greatest = Math.Max(greatest, high);
        }

        return (least, greatest);
    }

    private static (double Worst, double Best) EndsOf(double[] own, IReadOnlyList<bool> open)
    {
        double worst = double.MaxValue;
        double best = double.MinValue;
        for (int place = 0; place < own.Length; place++)
        {
            if (open[place])
            {
                worst = Math.Min(worst, own[place]);
                best = Math.Max(best, own[place]);
            }
        }

        return best < worst ? (0, 0) : (worst, best);
    }

    private static bool Holds(IReadOnlyList<Choice> choices, Outcome outcome)
    {
        foreach (Choice choice in choices)
        {
            bool holds = true;
            for (int issue = 0; issue < choice.Count && holds; issue++)
            {
                holds = choice[issue][outcome[issue]];
            }

            if (holds)
            {
                return true;
            }
        }

        return false;
    }

    private bool Search(IReadOnlyList<int>[] open, double[][] best, int issue, double[] sums)
    {
        for (int party = 0; party < sums.Length; party++)
        {
            // Exact utilities lie on a grid far coarser than this slack.
            if (sums[party] + best[party][issue] < reservations[party] - 1e-9)
            {
                return false;
            }
        }

        if (issue == open.Length)
        {
            return true;
        }

        double[] next = new double[sums.Length];
        foreach (int place in open[issue])
        {
            for (int party = 0; party < sums.Length; party++)
            {
                next[party] = sums[party] + worths[party][issue][place];
            }

            if (Search(open, best, issue + 1, next))
            {
                return true;
            }
        }

        return false;
    }
}
