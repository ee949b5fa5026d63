using Bunit;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Transparency;
using Moderation.Web.Review;

namespace Moderation.Web.Tests.Review;

/// <summary>What stands beside a case: copies, thread and notes.</summary>
public sealed class PanelTests : StaffContext
{
    private static readonly CaseId Id = new(Guid.CreateVersion7());
    private readonly List<CaseNotes.Row> notes = [];
    private NearCopies.Answer copies = new([], 0, IsMore: false);
    private int thread = 7;

    [Fact]
    public void Copies_say_what_became_of_each_and_lead_to_what_is_open()
    {
        var open = new CaseId(Guid.CreateVersion7());
        copies = new([Copy("a", finding: Finding.DoesNotViolate), Copy("b", open: open), Copy("c", picture: 0), Copy("d", line: "<b>bold</b>")], 4, IsMore: true);
        var panel = Render<CopiesPanel>(x => x.Add(p => p.Case, Id));

        Assert.Equal("4+", panel.Find(".m-count").TextContent);
        Assert.Contains("Allowed", panel.FindAll("figure")[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(CasePage.Address(open), panel.Find("a.m-tag").GetAttribute("href"));
        Assert.Equal("/media/c/1/0", panel.Find("img").GetAttribute("src"));
        Assert.Equal("<b>bold</b>", panel.FindAll(".c-tile")[^1].TextContent);
    }

    [Fact]
    public void Five_copies_stand_there_and_the_others_when_asked_for()
    {
        copies = new([.. Enumerable.Range(0, 12).Select(x => Copy($"{x}"))], 12, IsMore: false);
        var panel = Render<CopiesPanel>(x => x.Add(p => p.Case, Id));
        Assert.Equal(5, panel.FindAll("figure").Count);
        panel.Find(".c-more button").Click();
        Assert.Equal(12, panel.FindAll("figure").Count);
    }

    [Fact]
    public void A_thread_grows_a_page_at_a_time_and_shows_no_markup_of_members()
    {
        var panel = Render<ThreadPanel>(x => x.Add(p => p.Case, Id));
        Assert.Equal(5, panel.FindAll("li .m-face").Count);
        Assert.Contains("<i>0</i>", panel.Find("[dir=auto]").TextContent, StringComparison.Ordinal);
        Assert.Contains("7", panel.Find(".c-next").TextContent, StringComparison.Ordinal);
        panel.Find(".c-next button").Click();
        Assert.Equal(7, panel.FindAll("li .m-face").Count);
        Assert.Empty(panel.FindAll(".c-next"));
    }

    [Fact]
    public void Without_a_thread_nothing_stands_there()
    {
        thread = 0;
        Assert.Equal("", Render<ThreadPanel>(x => x.Add(p => p.Case, Id)).Markup.Trim());
    }

    [Fact]
    public void A_note_is_written_to_a_colleague_who_can_be_called()
    {
        var panel = Render<NotesPanel>(x => x.Add(p => p.Case, Id));
        panel.Find(".c-write").Click();
        panel.Find("textarea").Input("Look at this, @pl");
        panel.Find(".m-tog").Click();
        Assert.Equal("Look at this, @plover ", panel.Find("textarea").GetAttribute("value"));
        panel.Find("form").Submit();

        Assert.Equal("pl", Asked<Mentionable>().Last().Begins);
        Assert.Equal((NoteOn.Account, "Look at this, @plover"), Assert.Single(Asked<AddNote>()) is var sent ? (sent.On, sent.Text) : default);
        Assert.Empty(panel.FindAll("textarea"));
        Assert.Equal("<u>note</u>", panel.Find(".m-note bdi").TextContent);
    }

    [Fact]
    public void A_withdrawn_note_leaves_a_trace_and_only_ones_own_can_be()
    {
        notes.Add(new(new(Guid.NewGuid()), NoteOn.Case, Id, "Kestrel", Clock.GetUtcNow(), null, IsWithdrawn: true, null));
        var panel = Render<NotesPanel>(x => x.Add(p => p.Case, Id));
        Assert.Contains("Withdrawn", panel.Find(".m-note").TextContent, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll(".m-note button"));
    }

    protected override object Answer(object useCase) => useCase switch
    {
        NearCopies => Ok(copies),
        CaseThread { After: null } => Ok(new CaseThread.Answer([], false, [.. Enumerable.Range(0, Math.Min(5, thread)).Select(Said)], thread, thread > 5 ? new(Clock.GetUtcNow(), new("4")) : null)),
        CaseThread => Ok(new CaseThread.Answer([], false, [.. Enumerable.Range(5, thread - 5).Select(Said)], thread, null)),
        CaseNotes => Ok(new CaseNotes.Answer([.. notes])),
        Mentionable => Ok(new Mentionable.Answer(["plover"])),
        AddNote => Noted(),
        _ => throw new InvalidOperationException($"{useCase}"),
    };

    private Result<AddNote.Answer> Noted()
    {
        notes.Add(new(new(Guid.NewGuid()), NoteOn.Account, Id, "Kestrel", Clock.GetUtcNow(), "<u>note</u>", IsWithdrawn: false, Clock.GetUtcNow().AddMinutes(10)));
        return new AddNote.Answer(notes[^1].Id, ["plover"]);
    }

    private CaseThread.Said Said(int number) =>
        new(new($"{number}"), ContentKind.Comment, $"member-{number}", Clock.GetUtcNow(), null, 1, $"<i>{number}</i>", IsCut: false, null, Gone: false, IsClosed: false);

    private NearCopies.Row Copy(string id, Finding? finding = null, CaseId? open = null, int? picture = null, string line = "Send 1, get 2.") =>
        new(new(id), ContentKind.Post, $"by.{id}", Clock.GetUtcNow(), 1, true, 0.9, false, line, picture, false, null, finding, null, [], open);
}

public sealed class MatchedPhrasesTests
{
    private const string Text = "Send any amount to the address in my profile. Send any amount twice.";

    [Theory]
    [InlineData("It says “send any amount”", new[] { 0, 15, 46, 15 })]
    [InlineData("“Send any amount” and \"Send any amount to the address\"", new[] { 0, 30, 46, 15 })]
    [InlineData("in my profile", new[] { 31, 13 })]
    [InlineData("He asks for “my” money", new int[0])]
    [InlineData("<b>send any amount</b>", new int[0])]
    [InlineData(null, new int[0])]
    public void What_is_quoted_word_by_word_is_marked_the_longest_first(string? said, int[] marks) =>
        Assert.Equal(marks, MatchedPhrases.In(Text, [said]).SelectMany(x => new[] { x.Start, x.Length }));

    [Fact]
    public void Marks_are_few_and_never_overlap()
    {
        var marks = MatchedPhrases.In(string.Concat(Enumerable.Repeat("spam spam ", 500)), ["“spam spam”", "“spam”"]);
        Assert.Equal(MatchedPhrases.Most, marks.Count);
        Assert.All(marks.Zip(marks.Skip(1)), x => Assert.True(x.First.Start + x.First.Length <= x.Second.Start));
    }
}
