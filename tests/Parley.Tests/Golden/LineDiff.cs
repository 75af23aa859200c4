using System.Text;

namespace Parley.Tests.Golden;

/// <summary>What differs between two texts, line by line.</summary>
internal static class LineDiff
{
    private const int Context = 2;

    /// <summary>Draws the difference.</summary>
    /// <param name="expected">The text as written; its lines that fell away are marked <c>-</c>.</param>
    /// <param name="actual">The text as it came out; its new lines are marked <c>+</c>.</param>
    /// <returns>
    /// Changed lines with two lines around them, each group under its line number in
    /// <paramref name="expected"/>; empty when nothing differs.
    /// </returns>
    public static string Draw(string expected, string actual)
    {
        List<(char Mark, int Line, string Text)> script = Script(expected.Split('\n'), actual.Split('\n'));
        bool[] shown = new bool[script.Count];
        for (int i = 0; i < script.Count; i++)
        {
            for (int k = i - Context; script[i].Mark != ' ' && k <= i + Context; k++)
            {
                if (k >= 0 && k < shown.Length)
                {
                    shown[k] = true;
                }
            }
        }

        StringBuilder drawing = new();
        for (int i = 0; i < script.Count; i++)
        {
            if (!shown[i])
            {
                continue;
            }

            if (i == 0 || !shown[i - 1])
            {
                drawing.Append("@@ line ").Append(script[i].Line).Append('\n');
            }

            drawing.Append(script[i].Mark).Append(script[i].Text).Append('\n');
        }

        return drawing.ToString();
    }

    /// <summary>The shortest way from one to the other, by longest common subsequence.</summary>
    private static List<(char Mark, int Line, string Text)> Script(string[] before, string[] after)
    {
        int[,] common = new int[before.Length + 1, after.Length + 1];
        for (int i = before.Length - 1; i >= 0; i--)
        {
            for (int k = after.Length - 1; k >= 0; k--)
            {
                common[i, k] = before[i] == after[k]
                    ? common[i + 1, k + 1] + 1
                    : Math.Max(common[i + 1, k], common[i, k + 1]);
            }
        }

        List<(char, int, string)> script = [];
        int left = 0;
        int right = 0;
        while (left < before.Length || right < after.Length)
        {
            if (left < before.Length && right < after.Length && before[left] == after[right])
            {
                script.Add((' ', left + 1, before[left]));
                left++;
                right++;
            }
            else if (left < before.Length
                && (right == after.Length || common[left + 1, right] >= common[left, right + 1]))
            {
                script.Add(('-', left + 1, before[left]));
                left++;
            }
            else
            {
                script.Add(('+', left + 1, after[right]));
                right++;
            }
        }

        return script;
    }
}
