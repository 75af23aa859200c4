namespace Parley.Exchange.Reading;

/// <summary>Whose files they are.</summary>
public enum ScenarioFormat : byte
{
    /// <summary>Genius, XML.</summary>
    Genius,

    /// <summary>GeniusWeb, JSON.</summary>
    GeniusWeb,

    /// <summary>NegMAS, YAML.</summary>
    NegMas,

    /// <summary>NegoLog, JSON.</summary>
    NegoLog,
}
