using System.Diagnostics;
using System.Globalization;
using Parley.Bargaining;
using Parley.Bargaining.Profiles;

namespace Parley.Bench.Engine;

/// <summary>Measures the engine, each row beside a plain loop where one can do the work at all.</summary>
internal sealed class EngineTable(TextWriter output, int repetitions)
{
    /// <summary>Prints every row.</summary>
    public bool Print()
    {
        output.WriteLine("| work | median ms | least ms | plain loop ms | found |");
        output.WriteLine("| --- | ---: | ---: | ---: | --- |");
        foreach ((string kind, Func<int, int, ulong, BargainingProblem> make) in
            ((string, Func<int, int, ulong, BargainingProblem>)[])[("independent", EngineProblems.Additive), ("opposed", EngineProblems.Opposed)])
        {
            Frontier($"2 parties, 10^6 outcomes, {kind}: frontier and four solutions", make(2, 6, 1), true);
            Frontier($"3 parties, 10^6, {kind}", make(3, 6, 1), true);
            Frontier($"2 parties, 10^20, {kind}", make(2, 20, 1), false);
            Frontier($"3 parties, 10^12, {kind}", make(3, 12, 1), false);
        }

        Profiles("10^6 profiles, 3 parties, few efficient", 1_000_000, 0.15);
        Profiles("10^6 profiles, 3 parties, many efficient", 1_000_000, 0.015);
        Scan();
        return true;
    }

    private void Frontier(string work, BargainingProblem problem, bool withLoop)
    {
        (double median, double least, string found) = Time(() =>
        {
            ParetoFrontier frontier = ParetoFrontier.Compute(problem);
            BargainingSolutions solutions = BargainingSolutions.Compute(frontier);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{frontier.Count} profiles, {frontier.OutcomeCount} outcomes, Nash {solutions.Nash.Count}");
        });
        double? loop = withLoop ? PlainFrontier(EngineProblems.TablesOf(problem)) : null;
        Row(work, median, least, loop, found);
    }

    private void Profiles(string work, int count, double depth)
    {
        double[][] columns = EngineProblems.NearSimplex(count, depth, 1);
        (double median, double least, string found) = Time(() =>
            string.Create(CultureInfo.InvariantCulture, $"{ProfileFrontier.Find(columns).Length} efficient"));
        Row(work, median, least, null, found);
    }

    private void Scan()
    {
        double[][][] tables = EngineProblems.TablesOf(EngineProblems.Additive(2, 9, 1));
        AdditiveScan scan = new(tables[0], tables[1]);
        (double median, double least, string found) = Time(() =>
        {
            NashScan best = scan.FindNash(0, 0);
            return string.Create(CultureInfo.InvariantCulture, $"product {best.Product:R} at {best.First}, {best.Ties} tied");
        });
        Row("10^9 outcomes scanned for the Nash product", median, least, null, string.Create(
            CultureInfo.InvariantCulture, $"{found}; {1000 / median:F2} G/s"));
    }

    /// <summary>Every outcome in turn against all that was kept so far.</summary>
    private static double PlainFrontier(double[][][] tables)
    {
        Stopwatch watch = Stopwatch.StartNew();
        int parties = tables.Length;
        int issues = tables[0].Length;
        int[] positions = new int[issues];
        List<double[]> kept = [];
        double[] sums = new double[parties];
        int last;
        do
        {
            for (int p = 0; p < parties; p++)
            {
                sums[p] = 0;
                for (int i = 0; i < issues; i++)
                {
                    sums[p] += tables[p][i][positions[i]];
                }
            }

            if (!kept.Exists(k => Covers(k, sums)))
            {
                kept.RemoveAll(k => Covers(sums, k));
                kept.Add([.. sums]);
            }

            last = issues - 1;
            while (last >= 0 && ++positions[last] == tables[0][last].Length)
            {
                positions[last--] = 0;
            }
        }
        while (last >= 0);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static bool Covers(double[] left, double[] right)
    {
        for (int p = 0; p < left.Length; p++)
        {
            if (left[p] < right[p])
            {
                return false;
            }
        }

        return true;
    }

    private (double Median, double Least, string Found) Time(Func<string> work)
    {
        string found = work();
        double[] times = new double[repetitions];
        for (int i = 0; i < repetitions; i++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            found = work();
            times[i] = watch.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        return (times[times.Length / 2], times[0], found);
    }

    private void Row(string work, double median, double least, double? loop, string found) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {work} | {median:F2} | {least:F2} | {(loop is double ms ? ms.ToString("F0", CultureInfo.InvariantCulture) : "–")} | {found} |"));
}
