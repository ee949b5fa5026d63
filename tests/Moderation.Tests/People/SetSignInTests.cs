using Microsoft.AspNetCore.Identity;
using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Tests.People;

public sealed class SetSignInTests : InAWorld
{
    private const string Password = "twelve letters";

    [Fact]
    public async Task A_staff_member_gets_a_name_and_a_password()
    {
        await world.Do(World.Admin, ForStaff("kestrel@example.org", Password));

        var user = Assert.Single(world.Read(db => db.Users.ToList()));
        Assert.Equal("KESTREL@EXAMPLE.ORG", user.NormalizedUserName);
        Assert.NotEqual(PasswordVerificationResult.Failed, new PasswordHasher<IdentityUser<Guid>>().VerifyHashedPassword(user, user.PasswordHash!, Password));
        var claim = Assert.Single(world.Read(db => db.UserClaims.ToList()));
        Assert.Equal((user.Id, SetSignIn.StaffClaim, "kestrel"), (claim.UserId, claim.ClaimType, claim.ClaimValue));
    }

    [Fact]
    public async Task A_new_password_takes_the_place_of_the_old_and_signs_out()
    {
        await world.Do(World.Admin, ForStaff("Kestrel", Password));
        var before = Assert.Single(world.Read(db => db.Users.ToList()));
        world.Clock.Pass(TimeSpan.FromDays(1));
        await world.Do(World.Admin, ForStaff("kestrel", "another long one"));

        var after = Assert.Single(world.Read(db => db.Users.ToList()));
        Assert.NotEqual(before.SecurityStamp, after.SecurityStamp);
        Assert.Equal(
            PasswordVerificationResult.Failed, new PasswordHasher<IdentityUser<Guid>>().VerifyHashedPassword(after, after.PasswordHash!, Password));
        Assert.Single(world.Read(db => db.UserClaims.ToList()));
    }

    [Fact]
    public async Task The_same_again_signs_nobody_out()
    {
        await world.Do(World.Admin, ForStaff("kestrel", Password));
        var before = world.Fingerprint();
        world.Clock.Pass(TimeSpan.FromDays(1));
        await world.Do(World.Admin, ForStaff("kestrel", Password));

        Assert.Equal(before, world.Fingerprint());
    }

    [Fact]
    public async Task A_name_that_is_somebody_elses_stays_theirs()
    {
        await world.Do(World.Admin, ForStaff("kestrel", Password));

        Assert.Equal(PeopleErrors.NameTaken, await world.Refuse(World.Admin, new SetSignIn("Kestrel", "another long one", new("plover"), null)));
    }

    [Fact]
    public async Task Nobody_gets_one_who_does_not_work_here() =>
        Assert.Equal(PeopleErrors.NoSuchPerson, await world.Refuse(World.Admin, new SetSignIn("x", Password, new("nobody"), null)));

    [Fact]
    public async Task Only_the_demo_gives_members_a_password()
    {
        Assert.Equal(PipelineErrors.NotAllowed, await world.Refuse(World.Admin, new SetSignIn("x", Password, null, World.Author)));

        await world.Do(World.Product, new SetSignIn("x", Password, null, World.Author));
        Assert.Equal(SetSignIn.AccountClaim, Assert.Single(world.Read(db => db.UserClaims.ToList())).ClaimType);
    }

    [Fact]
    public async Task It_is_for_one_person_and_not_easily_guessed()
    {
        Assert.Equal(["password"], FieldsOf(await world.Refuse(World.Admin, ForStaff("x", "eleven char"))));
        Assert.Equal(["name"], FieldsOf(await world.Refuse(World.Admin, ForStaff("", Password))));
        Assert.False((await world.Refuse(World.Admin, new SetSignIn("x", Password, null, null))).Fields is null or { Count: 0 });
        Assert.False((await world.Refuse(World.Product, new SetSignIn("x", Password, new("kestrel"), World.Author))).Fields is null or { Count: 0 });
    }

    private static SetSignIn ForStaff(string name, string password) => new(name, password, new("kestrel"), null);
}
