using Moderation.Detection;
using Moderation.Enforcement;
using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Tests.Detection;

public sealed class SaveBankTests : InABank
{
    [Fact]
    public async Task A_new_code_opens_one_and_a_known_one_says_anew_what_it_is()
    {
        Assert.Equal(new("wallets", Created: true, Edition: 1), await world.Do(World.PolicyManager, Wallets));
        Assert.Equal(new("wallets", Created: false, Edition: 2), await world.Do(World.Lead, Wallets with { Title = "Wallets of frauds", Guideline = "spam" }));
        Assert.Equal(("Wallets of frauds", "spam"), world.Read(db => (db.Banks.Single().Title, db.Banks.Single().Guideline)));
    }

    [Fact]
    public async Task What_it_is_for_stays()
    {
        await world.Do(World.PolicyManager, Wallets);
        Assert.Equal(DetectionErrors.BankPurpose, await world.Refuse(World.PolicyManager, Wallets with { Purpose = BankPurpose.Clear }));
    }

    [Fact]
    public async Task Those_of_restricted_guidelines_are_for_specialists_and_the_others_are_not()
    {
        var abuse = new SaveBank("known-abuse", "Known abuse", BankPurpose.Match, "child-safety");
        Assert.Equal(DetectionErrors.BankNotYours, await world.Refuse(World.PolicyManager, abuse));
        Assert.Equal(DetectionErrors.BankNotYours, await world.Refuse(World.ChildSafety, Wallets));

        await world.Do(World.ChildSafety, abuse);
        Assert.Equal(DetectionErrors.BankNotYours, await world.Refuse(World.PolicyManager, abuse with { Guideline = "fraud" }));
        Assert.Equal(DetectionErrors.BankNotYours, await world.Refuse(World.ChildSafety, abuse with { Guideline = "fraud" }));
        var both = await Hire("both", [Role.ChildSafety, Role.PolicyManager]);
        await world.Do(both, abuse with { Guideline = "fraud" });
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        Assert.Equal(EnforcementErrors.UnknownGuideline, await world.Refuse(World.Lead, Wallets with { Guideline = "no-such" }));
        Assert.Equal(["code"], FieldsOf(await world.Refuse(World.Lead, Wallets with { Code = "Not a code" })));
        Assert.Equal(["title"], FieldsOf(await world.Refuse(World.Lead, Wallets with { Title = "" })));
        Assert.Equal(["purpose"], FieldsOf(await world.Refuse(World.Lead, Wallets with { Purpose = (BankPurpose)7 })));
    }

    private static SaveBank Wallets { get; } = new("wallets", "Wallets", BankPurpose.Match, "fraud");
}
