using Bunit;
using Moderation.Detection;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Web.Banks;
using Moderation.Web.Tests.Members;

namespace Moderation.Web.Tests.Banks;

public sealed class BanksPageTests : MemberContext
{
    private const string Hash = "9c66693969969393c3399c3c6cc6c6c69c66693969969393c3399c3c6cc6c6c6";
    private static readonly BankList.Row Wallets = new("wallets", "Known wallets", BankPurpose.Match, "fraud", false, 7, 1204, 3, "Kestrel", default, true);
    private static readonly BankEntries.Row Entry = new(17, BankMark.Picture, Hash, false, "Seen in spring.", new("post-1"), "Stilt", default, null, null, null);

    public BanksPageTests()
    {
        Answer<BankList, BankList.Answer>(new BankList.Answer([Wallets], MayOpen: true));
        Answer<BankEntries, BankEntries.Answer>(new BankEntries.Answer([Entry], IsMore: true));
        Answer<RulebookView, RulebookView.Book>(new RulebookView.Book(1, "Rules", default, []));
        Answer<SaveBank, SaveBank.Answer>(new SaveBank.Answer("wallets", true, 1));
        Answer<AddToBank, AddToBank.Answer>(new AddToBank.Answer(2, 1, 8));
        Answer<RemoveFromBank, RemoveFromBank.Answer>(new RemoveFromBank.Answer(8));
    }

    [Fact]
    public void Each_bank_says_what_it_is_for_and_how_much_is_in_it()
    {
        var row = Render<BanksPage>().Find("tbody tr").TextContent;
        Assert.All(["Known wallets", "wallets", "Match", "fraud", "1,204", "Kestrel"], x => Assert.Contains(x, row, StringComparison.Ordinal));
    }

    [Fact]
    public void Somebody_opens_one()
    {
        var page = Render<BanksPage>();
        page.Find(".rz-primary").Click();
        page.FindAll("[name=bank-purpose]")[1].Change("on");
        page.Find("#bank-title").Change(" Art ");
        page.Find("#bank-code").Change("art");
        page.Find("form").Submit();

        Assert.Contains(Door.Asked, x => x.UseCase is SaveBank { Code: "art", Title: "Art", Purpose: BankPurpose.Clear });
        Assert.Contains("Art is saved", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_has_no_buttons()
    {
        Answer<BankList, BankList.Answer>(new BankList.Answer([Wallets with { IsYours = false }], MayOpen: false));
        Assert.Empty(Render<BanksPage>().FindAll(".rz-primary"));
        Assert.Empty(Open().FindAll(".rz-primary, tbody button"));

        Answer<BankList, BankList.Answer>(new BankList.Answer([], MayOpen: false));
        Assert.Contains("There is no bank yet", Render<BanksPage>().Markup, StringComparison.Ordinal);
        Assert.Contains("There is no such bank", Open().Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_are_added_and_the_page_says_how_many_were_new()
    {
        var page = Open();
        page.FindAll("button").Single(x => x.TextContent == "Add").Click();
        page.Find("#entry-hashes").Change($"{Hash}\n {new string('c', 64)} ");
        page.Find("#entry-text").Change("Send it twice.");
        page.Find("form").Submit();

        Assert.Contains(Door.Asked, x => x.UseCase is AddToBank { Bank: "wallets", PdqHashes: [Hash, _], Texts: ["Send it twice."], Note: null });
        Assert.Contains("2 added; 1 were there already", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_is_taken_out_with_a_reason_and_a_refusal_stands_in_its_place()
    {
        var page = Open();
        Assert.All(["17", "Picture", "Seen in spring.", "from post-1", "Stilt"], x => Assert.Contains(x, page.Find("tbody tr").TextContent, StringComparison.Ordinal));
        page.Find("tbody button").Click();
        Answer<RemoveFromBank, RemoveFromBank.Answer>(DetectionErrors.UnknownEntry);
        page.Find("form").Submit();
        Assert.Contains("Nothing was changed", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        Answer<RemoveFromBank, RemoveFromBank.Answer>(new RemoveFromBank.Answer(8));
        page.Find("#remove-reason").Change("It is art.");
        page.Find("form").Submit();
        Assert.Contains(Door.Asked, x => x.UseCase is RemoveFromBank { Bank: "wallets", Number: 17, Reason: "It is art." });
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public void Older_entries_follow()
    {
        Open().FindAll("button").Single(x => x.TextContent == "Older entries").Click();
        Assert.Contains(Door.Asked, x => x.UseCase is BankEntries { Bank: "wallets", Before: 17 });
    }

    private IRenderedComponent<BankPage> Open() => Render<BankPage>(x => x.Add(page => page.Code, "wallets"));
}
