using Moderation.Accounts;
using Moderation.Content;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Review;

/// <summary>Tests on a case that two moderators may see.</summary>
public abstract class OnANotedCase : InAWorld
{
    protected async Task<CaseId> Open(string id = "post-1") => await Report(await world.Post(id));

    protected async Task<IReadOnlyList<CaseNotes.Row>> Notes(CaseId @case, Actor.Staff? by = null) =>
        (await world.Do(by ?? World.OtherModerator, new CaseNotes(@case))).Notes;

    protected Task<AddNote.Answer> Note(CaseId @case, string text = "Third giveaway in a month.", NoteOn on = NoteOn.Case, Actor.Staff? by = null) =>
        world.Do(by ?? World.Moderator, new AddNote(@case, on, text));

    protected async Task<IReadOnlyList<MyMentions.Row>> Inbox(Actor.Staff of) => (await world.Do(of, new MyMentions())).Rows;
}

public sealed class AddNoteTests : OnANotedCase
{
    [Fact]
    public async Task A_note_on_an_account_is_read_at_all_its_cases_and_one_on_a_case_there_alone()
    {
        var (here, there) = (await Open(), await Open("post-2"));
        await Note(here);
        world.Clock.Pass(TimeSpan.FromSeconds(1));
        await Note(here, "Check the profile link.", NoteOn.Account);

        Assert.Equal(["Check the profile link.", "Third giveaway in a month."], (await Notes(here)).Select(x => x.Text));
        var elsewhere = Assert.Single(await Notes(there));
        Assert.Equal(("Check the profile link.", NoteOn.Account, "kestrel", here), (elsewhere.Text, elsewhere.On, elsewhere.By, elsewhere.Case));
    }

    [Fact]
    public async Task Its_length_is_limited_and_empty_is_none()
    {
        var open = await Open();
        Assert.Equal(["text"], FieldsOf(await world.Refuse(World.Moderator, new AddNote(open, NoteOn.Case, " "))).Select(x => x.ToLowerInvariant()));
        Assert.Equal(["text"], FieldsOf(await world.Refuse(World.Moderator, new AddNote(open, NoteOn.Case, new string('a', Moderation.Review.Note.MaxText + 1)))).Select(x => x.ToLowerInvariant()));
    }

    [Fact]
    public async Task Whom_it_names_and_who_may_see_it_is_called_once()
    {
        await Hire("quick", [Role.Moderator]);
        await Hire("left", [Role.FactChecker]);
        var open = await Open();
        var note = await Note(open, "@plover, and @PLOVER again: ask @quick the quick. Not @nobody, @left the quick, @kestrel nor mail@osprey.");

        Assert.Equal(["plover", "quick the quick"], note.Called.Order());
        Assert.Equal(note.Id, Assert.Single(await Inbox(World.OtherModerator)).Note);
        Assert.Empty(await Inbox(World.Moderator));
        Assert.Empty(await Inbox(World.Lead));
    }

    [Fact]
    public async Task Nobody_is_called_to_what_they_may_not_see()
    {
        var sealed_ = await RestrictedCase();
        var note = await Note(sealed_, "@plover, look. @osprey too.", by: World.ChildSafety);
        Assert.Empty(note.Called);
        Assert.Empty(await Inbox(World.OtherModerator));
        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Moderator, new AddNote(sealed_, NoteOn.Case, "What is it?")));
    }

    [Fact]
    public async Task The_audit_log_holds_no_word_of_it()
    {
        await Note(await Open(), "A xylograph.");
        Assert.DoesNotContain(world.Read(db => db.Set<AuditEntry>().ToList()), x => $"{x.Subjects}{x.Act}{x.Digest}".Contains("xylograph", StringComparison.Ordinal));
    }
}

public sealed class CaseNotesTests : OnANotedCase
{
    [Fact]
    public async Task What_a_specialist_noted_of_a_secret_is_one_also_at_other_cases_of_the_account()
    {
        var (plain, secret) = (await Open(), await RestrictedCase());
        await Note(secret, "A xylograph.", NoteOn.Account, World.ChildSafety);
        world.Clock.Pass(TimeSpan.FromSeconds(1));
        await Note(plain, "A plain word.", NoteOn.Account);

        Assert.Equal(["A plain word."], (await Notes(plain)).Select(x => x.Text));
        var wren = await Hire("wren", [Role.ChildSafety, Role.Moderator]);
        Assert.Equal(["A plain word.", "A xylograph."], (await Notes(plain, wren)).Select(x => x.Text));
    }

    [Fact]
    public async Task What_became_a_secret_later_is_one()
    {
        var (one, other) = (await Open(), await Open("post-2"));
        await Note(one, "A xylograph.", NoteOn.Account);
        await Note(one, "@plover, look.");
        await Report(new("post-1"), "child-safety", "somebody");

        Assert.Empty(await Notes(other));
        Assert.Empty(await Inbox(World.OtherModerator));
        Assert.Equal(0, (await world.Do(World.OtherModerator, new MyMentions(0))).Unread);
        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.OtherModerator, new CaseNotes(one)));
    }

    [Fact]
    public async Task They_go_with_the_account_and_that_there_were_some_stays()
    {
        var open = await Open();
        await Note(open, "A xylograph, @plover.", NoteOn.Account);
        await world.Do(World.Platform, new DeleteAccount(World.Author, Now, DeletedBy.Author, Erase: true));
        await world.Do(World.Product, new ForgetEvidence());

        Assert.DoesNotContain("xylograph", world.Fingerprint(), StringComparison.Ordinal);
        Assert.Equal((null, false), Assert.Single(await Notes(open)) is var note ? (note.Text, note.IsWithdrawn) : default);
        Assert.Empty(await Inbox(World.OtherModerator));
    }

    [Fact]
    public async Task They_go_with_the_item_too()
    {
        await Note(await Open(), "A xylograph.");
        await world.Do(World.Platform, new DeleteContent(new("post-1"), Now, DeletedBy.Author, Erase: true));
        await world.Do(World.Product, new ForgetEvidence());
        Assert.DoesNotContain("xylograph", world.Fingerprint(), StringComparison.Ordinal);
    }
}

public sealed class WithdrawNoteTests : OnANotedCase
{
    [Fact]
    public async Task It_leaves_a_trace_and_no_word()
    {
        var open = await Open();
        var note = await Note(open, "A xylograph, @plover.");
        Assert.Equal(Now + Moderation.Review.Note.Fresh, Assert.Single(await Notes(open, World.Moderator)).WithdrawUntil);
        await world.Do(World.Moderator, new WithdrawNote(note.Id));

        var left = Assert.Single(await Notes(open, World.Moderator));
        Assert.Equal((null, true, null, "kestrel"), (left.Text, left.IsWithdrawn, left.WithdrawUntil, left.By));
        Assert.Empty(await Inbox(World.OtherModerator));
        Assert.DoesNotContain("xylograph", world.Fingerprint(), StringComparison.Ordinal);
        Assert.Equal(ReviewErrors.NoteStands, await world.Refuse(World.Moderator, new WithdrawNote(note.Id)));
    }

    [Fact]
    public async Task Ones_own_alone_and_within_ten_minutes()
    {
        var open = await Open();
        var note = await Note(open);
        Assert.Equal(ReviewErrors.NotYourNote, await world.Refuse(World.OtherModerator, new WithdrawNote(note.Id)));
        Assert.Null(Assert.Single(await Notes(open)).WithdrawUntil);

        world.Clock.Pass(Moderation.Review.Note.Fresh);
        Assert.Equal(ReviewErrors.NoteStands, await world.Refuse(World.Moderator, new WithdrawNote(note.Id)));
    }

    [Fact]
    public async Task What_one_may_not_see_is_not_there() => Assert.Equal(
        ReviewErrors.UnknownNote, await world.Refuse(World.Moderator, new WithdrawNote((await Note(await RestrictedCase(), by: World.ChildSafety)).Id)));
}

public sealed class MentionableTests : OnANotedCase
{
    [Fact]
    public async Task Who_may_see_the_case_can_be_called()
    {
        var open = await Open();
        Assert.Equal(["osprey", "plover"], (await world.Do(World.Moderator, new Mentionable(open, ""))).Names);
        Assert.Equal(["plover"], (await world.Do(World.Moderator, new Mentionable(open, "PL"))).Names);
        Assert.Empty((await world.Do(World.ChildSafety, new Mentionable(await RestrictedCase(), ""))).Names);
    }
}

public sealed class MyMentionsTests : OnANotedCase
{
    [Fact]
    public async Task They_come_in_pages_the_newest_first()
    {
        var open = await Open();
        for (var i = 0; i < 5; i++)
        {
            world.Clock.Pass(TimeSpan.FromSeconds(1));
            await Note(open, $"{i} @plover");
        }

        var first = await world.Do(World.OtherModerator, new MyMentions(3));
        var rest = await world.Do(World.OtherModerator, new MyMentions(3, first.Next));
        Assert.Equal(["4 @plover", "3 @plover", "2 @plover", "1 @plover", "0 @plover"], first.Rows.Concat(rest.Rows).Select(x => x.Text));
        Assert.Equal((5, null), (first.Unread, rest.Next));
        Assert.Equal((5, 0), (await world.Do(World.OtherModerator, new MyMentions(0)) is var counted ? (counted.Unread, counted.Rows.Count) : default));
    }
}

public sealed class ReadMentionsTests : OnANotedCase
{
    [Fact]
    public async Task What_was_read_is_not_counted()
    {
        var note = await Note(await Open(), "@plover, look.");
        Assert.Equal(0, await world.Do(World.Moderator, new ReadMentions([note.Id])));
        Assert.Equal(1, await world.Do(World.OtherModerator, new ReadMentions([note.Id])));
        Assert.Equal(0, await world.Do(World.OtherModerator, new ReadMentions([note.Id])));
        Assert.Equal((0, true), (await world.Do(World.OtherModerator, new MyMentions()) is var inbox ? (inbox.Unread, Assert.Single(inbox.Rows).IsRead) : default));
    }
}
