using Moderation.Pipeline;
using Moderation.Reports;

namespace Moderation.Tests.Reports;

public sealed class PutTrustedFlaggerTests : InAWorld
{
    [Fact]
    public async Task An_administrator_enters_one_and_changes_the_entry()
    {
        Assert.True((await world.Do(World.Admin, new PutTrustedFlagger(new("ngo"), "Safe Net", Active: true))).Created);
        Assert.False((await world.Do(await Program(Scope.Admin), new PutTrustedFlagger(new("ngo"), "Safer Net", Active: true))).Created);

        Assert.Contains("Safer Net", world.Fingerprint(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_names_themselves()
    {
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(World.Lead, new PutTrustedFlagger(new("ngo"), "Safe Net", Active: true)));
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(await Program(Scope.Platform), new PutTrustedFlagger(new("ngo"), "Safe Net", Active: true)));
    }

    [Fact]
    public async Task It_has_an_id_and_a_name()
    {
        Assert.Equal(["id"], FieldsOf(await world.Refuse(World.Admin, new PutTrustedFlagger(new(""), "Safe Net", Active: true))));
        Assert.Equal(["name"], FieldsOf(await world.Refuse(World.Admin, new PutTrustedFlagger(new("ngo"), "", Active: true))));
    }
}
