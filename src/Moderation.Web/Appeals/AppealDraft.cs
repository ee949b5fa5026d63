using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Ranking;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Appeals;

/// <summary>What a reviewer has chosen and written so far; kept when the claim is lost.</summary>
public sealed class AppealDraft
{
    public FindingChoice? Choice { get; set; }

    public Ruling? Ruling { get; set; }

    /// <summary>For a partly overturned one.</summary>
    public IReadOnlySet<OutcomeKind> Lifted { get; private set; } = new HashSet<OutcomeKind>();

    public string Reason { get; set; } = "";

    public Finding Finding => Choice switch
    {
        FindingChoice.NotRecommendable => Finding.NotRecommendable,
        FindingChoice.NoBreach => Finding.DoesNotViolate,
        _ => Finding.Violates,
    };

    public void Toggle(OutcomeKind kind) => Lifted = Lifted.Contains(kind) ? Lifted.Except([kind]).ToHashSet() : Lifted.Append(kind).ToHashSet();

    /// <summary>Whether what is ticked is a part: something, and not everything.</summary>
    public bool IsPart(IEnumerable<OutcomeKind> all) => Ruling is not Moderation.Appeals.Ruling.PartlyOverturned || Lifted.Count > 0 && all.Except(Lifted).Any();
}
