using Moderation.Guidelines;

namespace Moderation.Tests.Guidelines;

public sealed class VersionFileTests : Rulemaking
{
    [Fact]
    public async Task A_version_is_given_as_it_was_stored()
    {
        var file = await world.Do(World.PolicyManager, new VersionFile(1));
        Assert.Equal((1, "Default", RulebookFile.Shipped, 64), (file.Number, file.Name, file.Json, file.Digest.Length));
        Assert.Equal(GuidelineErrors.UnknownVersion, await world.Refuse(World.PolicyManager, new VersionFile(2)));
    }
}
