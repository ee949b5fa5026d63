namespace Moderation.Web.Components.Vocabulary;

/// <summary>What a moderator finds; keys 1, 2 and 3 in this order.</summary>
public enum FindingChoice
{
    Violates,
    NotRecommendable,
    NoBreach,
}
