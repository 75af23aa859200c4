using System.Numerics;
using Parley.Outcomes;

namespace Parley.Bargaining.Frontiers;

/// <summary>The frontier of a problem in whole numbers, whatever their width.</summary>
internal interface IWholeFrontier
{
    /// <summary>How many distinct profiles.</summary>
    int Count { get; }

    /// <summary>The whole number of a party in a profile, without its constant.</summary>
    BigInteger At(int party, int index);

    /// <summary>The nearest double of that number.</summary>
    double NearAt(int party, int index);

    /// <summary>The least number of a party over all allowed outcomes; null when there are none.</summary>
    BigInteger? LeastOf(int party);

    /// <summary>How many outcomes have a profile.</summary>
    BigInteger CountOf(int index);

    /// <summary>The outcomes of a profile.</summary>
    IEnumerable<Outcome> Enumerate(int index);
}

/// <summary>A frontier merged group by group, from the last group to the first.</summary>
/// <typeparam name="T">The whole numbers.</typeparam>
internal sealed class MergedFrontier<T> : IWholeFrontier
    where T : struct, INumber<T>
{
    private readonly int issueCount;
    private readonly Component<T>[] components;
    private readonly Vectors<T>[] layers;
    private BigInteger[]? counts;

    private MergedFrontier(int issueCount, Component<T>[] components, Vectors<T>[] layers)
    {
        this.issueCount = issueCount;
        this.components = components;
        this.layers = layers;
    }

    /// <inheritdoc/>
    public int Count => layers[0].Count;

    /// <summary>Merges the groups; null when some layer would hold more than so many profiles.</summary>
    /// <param name="issueCount">How many issues an outcome has.</param>
    /// <param name="parties">How many parties.</param>
    /// <param name="components">The groups, in order.</param>
    /// <param name="most">The most profiles of a layer.</param>
    public static MergedFrontier<T>? Merge(int issueCount, int parties, Component<T>[] components, int most)
    {
        Vectors<T>[] layers = new Vectors<T>[components.Length + 1];
        layers[^1] = Vectors<T>.Undominated(parties, new T[Math.Max(1, parties)]);
        for (int k = components.Length - 1; k >= 0; k--)
        {
            Vectors<T>? merged = k == components.Length - 1 ? components[k].Frontier : Merging.Add(layers[k + 1], components[k].Frontier, most);
            if (merged is null || merged.Count > most)
            {
                return null;
            }

            layers[k] = merged;
        }

        return new MergedFrontier<T>(issueCount, components, layers);
    }

    /// <inheritdoc/>
    public BigInteger At(int party, int index) => BigInteger.CreateChecked(layers[0].At(party, index));

    /// <inheritdoc/>
    public double NearAt(int party, int index) => double.CreateSaturating(layers[0].At(party, index));

    /// <inheritdoc/>
    public BigInteger? LeastOf(int party)
    {
        BigInteger sum = BigInteger.Zero;
        foreach (Component<T> component in components)
        {
            if (component.Frontier.Count == 0)
            {
                return null;
            }

            sum += BigInteger.CreateChecked(component.Least[party]);
        }

        return sum;
    }

    /// <inheritdoc/>
    public BigInteger CountOf(int index) => (counts ??= CountAll())[index];

    /// <inheritdoc/>
    public IEnumerable<Outcome> Enumerate(int index)
    {
        T[] target = new T[layers[0].Parties];
        for (int p = 0; p < target.Length; p++)
        {
            target[p] = layers[0].At(p, index);
        }

        return Enumerate(0, target, new int[issueCount]);
    }

    private IEnumerable<Outcome> Enumerate(int layer, T[] target, int[] places)
    {
        if (layer == components.Length)
        {
            yield return new Outcome(places);
            yield break;
        }

        Component<T> component = components[layer];
        T[] rest = new T[target.Length];
        foreach ((int vector, int[] choice) in component.EnumerateChoices())
        {
            for (int p = 0; p < target.Length; p++)
            {
                rest[p] = target[p] - component.Frontier.At(p, vector);
            }

            if (layers[layer + 1].Find(rest) < 0)
            {
                continue;
            }

            for (int i = 0; i < choice.Length; i++)
            {
                places[component.Issues[i]] = choice[i];
            }

            foreach (Outcome outcome in Enumerate(layer + 1, [.. rest], places))
            {
                yield return outcome;
            }
        }
    }

    /// <summary>Counts from the last layer to the first: each profile has the ways of all its parts.</summary>
    private BigInteger[] CountAll()
    {
        BigInteger[] below = [BigInteger.One];
        for (int k = components.Length - 1; k >= 0; k--)
        {
            Vectors<T> rest = layers[k + 1];
            Vectors<T> sums = layers[k];
            BigInteger[] here = new BigInteger[sums.Count];
            T[] sum = new T[sums.Parties];
            for (int v = 0; v < components[k].Frontier.Count; v++)
            {
                BigInteger ways = components[k].CountOf(v);
                int at = 0;
                for (int j = 0; j < rest.Count; j++)
                {
                    for (int p = 0; p < sum.Length; p++)
                    {
                        sum[p] = rest.At(p, j) + components[k].Frontier.At(p, v);
                    }

                    // Both run in descending order, so the place only moves on.
                    while (at < sums.Count && sums.Compare(at, sum) > 0)
                    {
                        at++;
                    }

                    if (at < sums.Count && sums.Compare(at, sum) == 0)
                    {
                        here[at] += ways * below[j];
                    }
                }
            }

            below = here;
        }

        return below;
    }
}
