using Moderation.Ranking;

namespace Moderation.Guidelines;

/// <summary>A fact of a content item that brings a recommendation guideline upon it on one surface.</summary>
/// <param name="Code">How the rulebook names it.</param>
/// <param name="Surface">Where.</param>
/// <param name="Guideline">The recommendation guideline or clause that it then falls under.</param>
/// <param name="Fact">What is looked at.</param>
/// <param name="Below">It holds where the measure is less than this; null for no such end.</param>
/// <param name="Above">It holds where the measure is more than this; null for no such end.</param>
internal sealed record SurfaceRule(
    string Code, Surface Surface, string Guideline, ContentFact Fact, double? Below, double? Above)
{
    /// <summary>Whether a measure meets it; of a fact that is true or not, 1 stands for true.</summary>
    public bool Holds(double measure) => (Below, Above) switch
    {
        ({ } below, _) => measure < below,
        (_, { } above) => measure > above,
        _ => measure > 0,
    };
}

/// <summary>What can be known of a content item without judging what it says.</summary>
public enum ContentFact
{
    /// <summary>The shorter side of the picture, in pixels.</summary>
    ShortSidePixels,

    /// <summary>The length, in seconds.</summary>
    Seconds,

    /// <summary>The share of the picture that text covers, 0 to 1.</summary>
    TextShare,

    /// <summary>The share of the picture that borders fill, 0 to 1.</summary>
    BorderShare,

    /// <summary>Whether it bears the mark of another app.</summary>
    Watermark,

    /// <summary>Whether it has no sound.</summary>
    Muted,

    /// <summary>Whether it is on politics.</summary>
    Political,

    /// <summary>How likely its words hold back or overstate the point in order to be clicked, 0 to 1.</summary>
    Clickbait,
}
