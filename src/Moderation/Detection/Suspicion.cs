using System.Globalization;
using Moderation.Pipeline;

namespace Moderation.Detection;

/// <summary>Says of an account that its engagement is not its own, for a person to look at.</summary>
/// <param name="Score">How sure it is, 0 to 1.</param>
/// <param name="Explanation">A text of ours with its numbers: see <see cref="Explained"/>.</param>
public sealed record Suspicion(AccountId Account, string Detector, string Version, string Label, double Score, string Explanation);

/// <summary>The same before the account's own id is looked up.</summary>
/// <param name="Who">Its key.</param>
internal sealed record Suspected(long Who, string Detector, string Version, string Label, double Score, string Explanation)
{
    public Suspicion As(AccountId account) => new(account, Detector, Version, Label, Score, Explanation);
}

/// <summary>Explanations in the language of who reads them: the name of a text, and the numbers in it.</summary>
public static class Explained
{
    private const char Between = '|';
    private const string Ours = "Suspicion.";

    // How many numbers each text has; others may send what only looks like one of ours.
    private static readonly Dictionary<string, int> Texts = new(StringComparer.Ordinal)
    {
        [Ours + "DeviceFarm"] = 5,
        [Ours + "MachineRhythm"] = 4,
        [Ours + "Pod"] = 5,
    };

    internal static string By(string text, params IEnumerable<double> numbers) =>
        string.Join(Between, numbers.Select(x => Math.Round(x).ToString(CultureInfo.InvariantCulture)).Prepend(Ours + text));

    /// <summary>The name and its numbers; null where it is somebody else's plain words.</summary>
    public static (string Text, object[] Numbers)? Read(string explanation)
    {
        var parts = explanation.Split(Between);
        if (Texts.GetValueOrDefault(parts[0]) != parts.Length - 1 || parts.Length == 1)
            return null;

        var numbers = new List<object>();
        foreach (var part in parts.Skip(1))
        {
            if (!long.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                return null;
            numbers.Add(number);
        }

        return (parts[0], [.. numbers]);
    }
}
