using Parley.Exchange.Declarations;
using Parley.Exchange.Genius;
using Parley.Exchange.GeniusWeb;
using Parley.Exchange.NegMas;
using Parley.Exchange.NegoLog;
using Parley.Exchange.Reading;

namespace Parley.Exchange.Writing;

/// <summary>Writes scenarios as files of other programs.</summary>
public static class ScenarioWriter
{
    /// <summary>A scenario in a format. The utilities are those of the scenario, but for what the losses name.</summary>
    /// <param name="declaration">The scenario.</param>
    /// <param name="format">The format.</param>
    public static ScenarioWriting Write(ScenarioDeclaration declaration, ScenarioFormat format) => format switch
    {
        ScenarioFormat.Genius => GeniusWriter.Write(declaration),
        ScenarioFormat.GeniusWeb => GeniusWebWriter.Write(declaration),
        ScenarioFormat.NegMas => NegMasWriter.Write(declaration),
        ScenarioFormat.NegoLog => NegoLogWriter.Write(declaration),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
    };
}
