using Moderation.Guidelines;

namespace Moderation.Tests.Guidelines;

public sealed class DraftFileTests : Rulemaking
{
    [Fact]
    public async Task It_names_who_must_agree()
    {
        var id = await Proposed();

        var asked = (await Open(id)).Proposal!;
        Assert.Equal(("stilt", "Because.", DraftErrors.SamePerson), (asked.By, asked.Note, asked.MayNot));
        Assert.Equal(["dunlin"], asked.WhoMayAgree);
        Assert.Null((await Open(id, World.OtherPolicyManager)).Proposal!.MayNot);
    }

    [Fact]
    public async Task Restricted_guidelines_are_in_it_for_their_text_is_policy() =>
        Assert.Contains("\"child-safety\"", (await Open(await Draft())).Json, StringComparison.Ordinal);

    [Fact]
    public async Task One_that_never_was_is_unknown() =>
        Assert.Equal(DraftErrors.Unknown, await world.Refuse(World.PolicyManager, new DraftFile(new(Guid.NewGuid()))));
}
