using Moderation.Guidelines;

namespace Moderation.Tests.Guidelines;

public sealed class RulebookTreeTests
{
    /// <summary>The published policies, each with the rule it has here.</summary>
    private static readonly (string Policy, string Code)[] Published =
    [
        ("Violence and Incitement", "violence"),
        ("Dangerous Organizations and Individuals, tier 1", "dangerous-organisations.terrorism"),
        ("Dangerous Organizations and Individuals, tier 2", "dangerous-organisations.violent-groups"),
        ("Coordinating Harm and Promoting Crime", "coordinated-harm"),
        ("Restricted Goods and Services", "regulated-goods"),
        ("Fraud, Scams and Deceptive Practices", "fraud"),
        ("Suicide, Self-Injury and Eating Disorders", "self-harm.eating-disorders"),
        ("Child Sexual Exploitation, Abuse and Nudity", "child-safety"),
        ("Adult Sexual Exploitation", "sexual-exploitation"),
        ("Bullying and Harassment", "bullying"),
        ("Human Exploitation", "human-exploitation"),
        ("Privacy Violations", "privacy"),
        ("Hateful Conduct", "hate-speech"),
        ("Violent and Graphic Content", "graphic-content"),
        ("Adult Nudity and Sexual Activity", "nudity.activity"),
        ("Adult Sexual Solicitation", "nudity.solicitation"),
        ("Sexually Explicit Language", "nudity.explicit-language"),
        ("Account Integrity", "account-integrity"),
        ("Authentic Identity Representation", "impersonation"),
        ("Spam", "spam"),
        ("Cybersecurity", "cybersecurity"),
        ("Inauthentic Behavior", "account-integrity.networks"),
        ("Misinformation", "misinformation-harm"),
        ("Memorialization", "account-integrity.memorialised"),
        ("Third-Party Intellectual Property", "intellectual-property"),
        ("Using Meta IP", "intellectual-property.platform-brand"),
        ("User Requests", "privacy.requests"),
        ("Additional Protection of Minors", "privacy.minors"),
    ];

    private readonly Rulebook shipped = ShippedRulebook.Read();

    [Fact]
    public void Every_published_policy_has_a_place() =>
        Assert.All(Published, x => Assert.NotNull(shipped.Find(x.Code)));

    [Fact]
    public void Every_guideline_stands_in_the_tree_of_its_set() => Assert.All(shipped.Guidelines, x =>
    {
        var group = shipped.Groups.Single(g => g.Code == x.Parent);
        while (group.Parent is { } parent)
            group = shipped.Groups.Single(g => g.Code == parent);
        Assert.Equal(x.Set.ToString(), group.Code, ignoreCase: true);
    });
}
