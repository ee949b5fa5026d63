using Moderation.Accounts;
using Moderation.Detection;
using Moderation.Reports;
using Moderation.Review;

namespace Moderation.Tests.Reports;

public sealed class ImportLinesTests : InAWorld
{
    private const string Account = """{"account": {"id": "nova", "handle": "nova"}}""";
    private const string Post = """{"content": {"id": "p1", "authorId": "nova", "kind": "post", "createdAt": "2026-01-01T10:00:00+02:00", "text": "Hi"}}""";
    private const string Reported = """{"report": {"externalId": "r1", "subject": {"kind": "content", "id": "p1"}, "reporterId": "eve", "guideline": "fraud", "source": "member"}}""";
    private const string Signal = """{"signal": {"externalId": "s1", "subject": {"kind": "content", "id": "p1"}, "detector": "d", "version": "1", "label": "l", "score": 0.5}}""";

    [Fact]
    public async Task Everything_comes_in_whatever_its_order()
    {
        Assert.Equal((4, 0, 0), await Import(Signal, Reported, Post, Account));

        var row = Assert.Single((await world.Do(World.Moderator, new ReviewQueue())).Rows);
        Assert.Equal(("p1", "nova", 1, 1), (row.Subject.Id, row.Handle, row.Reports, row.Signals));
    }

    [Fact]
    public async Task What_came_before_is_a_duplicate()
    {
        await Import(Account, Post, Reported, Signal);
        var before = world.Fingerprint();

        Assert.Equal((0, 4, 0), await Import(Account, Post, Reported, Signal));
        Assert.Equal(before, world.Fingerprint());
        Assert.Equal((0, 2, 0), await Import(Reported, Reported));
    }

    [Theory]
    [InlineData("", "import.unreadable")]
    [InlineData("{", "import.unreadable")]
    [InlineData("[]", "import.unreadable")]
    [InlineData("{}", "import.unreadable")]
    [InlineData("""{"account": null}""", "import.unreadable")]
    [InlineData("""{"account": {"id": "a", "handle": null}}""", "import.unreadable")]
    [InlineData("""{"account": {"id": 7, "handle": "a"}}""", "import.unreadable")]
    [InlineData("""{"account": {"id": "a", "handle": "\ud800"}, "content": {}}""", "import.unreadable")]
    [InlineData("""{"content": {"id": "p", "authorId": "a", "kind": "poem", "createdAt": "2026-01-01T00:00:00Z"}}""", "import.unreadable")]
    [InlineData("""{"poem": {}}""", "import.unknownKind")]
    [InlineData("""{"account": {"id": " a", "handle": "a"}}""", "request.invalid")]
    [InlineData("""{"report": {"subject": {"kind": "content", "id": "p1"}, "guideline": "no-such", "source": "member"}}""", "guideline.unknown")]
    public async Task A_bad_line_is_named_and_stops_none_of_the_others(string bad, string code)
    {
        var answer = await world.Do(World.Platform, new ImportLines([Account, bad, Post]));

        Assert.Equal((2, 0), (answer.Accepted, answer.Duplicates));
        var rejected = Assert.Single(answer.Rejected);
        Assert.Equal((1, 2L, code), (rejected.Index, rejected.Line, rejected.Code));
        Assert.NotEmpty(rejected.Detail);
    }

    [Fact]
    public async Task A_batch_has_one_to_two_hundred_lines()
    {
        Assert.NotEmpty(FieldsOf(await world.Refuse(World.Platform, new ImportLines([]))));
        Assert.NotEmpty(FieldsOf(await world.Refuse(World.Platform, new ImportLines([.. Enumerable.Repeat(Account, 201)]))));
        Assert.Equal((1, 199, 0), await Import([.. Enumerable.Repeat(Account, 200)]));
    }

    [Fact]
    public async Task A_report_in_the_same_batch_as_its_post_opens_the_case_once()
    {
        await Import(Reported, Post, Reported.Replace("r1", "r2", StringComparison.Ordinal));
        Assert.Equal(2, Assert.Single((await world.Do(World.Moderator, new ReviewQueue())).Rows).Reports);
    }

    private async Task<(int, int, int)> Import(params string[] lines) =>
        await world.Do(World.Platform, new ImportLines(lines)) is var answer ? (answer.Accepted, answer.Duplicates, answer.Rejected.Count) : default;
}
