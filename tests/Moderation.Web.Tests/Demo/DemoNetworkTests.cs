using System.Text.Json;
using Moderation.Web.Demo;
using static Moderation.Web.Tests.Demo.DemoReading;

namespace Moderation.Web.Tests.Demo;

public sealed class DemoNetworkTests
{
    [Fact]
    public void Every_line_says_one_thing() =>
        Assert.All(Lines, line => Assert.Contains(Assert.Single(line.EnumerateObject()).Name,
            (string[])["account", "content", "report", "signal"]));

    [Fact]
    public void It_is_small_enough_to_look_through_and_large_enough_to_work_on()
    {
        Assert.InRange(AccountIds.Count, 55, 65);
        Assert.InRange(ContentIds.Count, 350, 450);
        Assert.InRange(Subjects().Distinct().Count(), 65, 85);
        Assert.InRange(Of("report").GroupBy(x => Subject(x)).Count(x => x.Count() is >= 5 and <= 14), 15, 45);
    }

    [Fact]
    public void The_same_moment_gives_the_same_lines() => Assert.Equal(DemoNetwork.Lines(Now), DemoNetwork.Lines(Now));

    [Fact]
    public void Another_moment_only_moves_the_times()
    {
        var later = DemoNetwork.Lines(Now.AddDays(100)).Select(line => JsonSerializer.Deserialize<JsonElement>(line));
        Assert.Equal(Of("content").Select(x => Text(x, "id")), later.Where(x => x.TryGetProperty("content", out _))
            .Select(x => Text(x.GetProperty("content"), "id")));
    }

    [Fact]
    public void Every_author_and_every_parent_was_there_before()
    {
        var seen = new Dictionary<string, DateTimeOffset>();
        foreach (var content in Of("content"))
        {
            Assert.Contains(Text(content, "authorId")!, AccountIds);
            if (Text(content, "parentId") is { } parent)
                Assert.True(seen[parent] < Time(content, "createdAt"), $"{Text(content, "id")} is older than its parent");
            seen.TryAdd(Text(content, "id")!, Time(content, "createdAt"));
        }
    }

    [Fact]
    public void Nobody_posts_before_joining()
    {
        var joined = Of("account").ToDictionary(x => Text(x, "id")!, x => Time(x, "createdAt"));
        Assert.All(Of("content"), x => Assert.True(joined[Text(x, "authorId")!] < Time(x, "createdAt"), Text(x, "id")));
    }

    [Fact]
    public void Every_report_and_signal_is_about_something_that_was_there()
    {
        var created = Of("content").Concat(Of("account")).DistinctBy(x => Text(x, "id"))
            .ToDictionary(x => Text(x, "id")!, x => Time(x, "createdAt"));

        foreach (var complaint in Of("report").Concat(Of("signal")))
        {
            var (kind, id) = Subject(complaint);
            Assert.Contains(id, kind is "account" ? AccountIds : ContentIds);
            Assert.InRange(Time(complaint, "observedAt"), created[id], Now);
        }
    }

    [Fact]
    public void A_person_reports_a_subject_once_and_never_themselves()
    {
        Assert.All(Of("report"), x => Assert.Contains(Text(x, "reporterId")!, AccountIds));
        Assert.Distinct(Of("report").Select(x => (Subject(x), Text(x, "reporterId"))));

        var authors = Of("content").DistinctBy(x => Text(x, "id")).ToDictionary(x => Text(x, "id")!, x => Text(x, "authorId"));
        Assert.DoesNotContain(Of("report"), x => authors.GetValueOrDefault(Subject(x).Id, Subject(x).Id) == Text(x, "reporterId"));
    }

    [Fact]
    public void Every_kind_of_source_is_there()
    {
        Assert.Equal(["automated", "legalNotice", "member", "trustedFlagger"], Of("report").Select(x => Text(x, "source")).Distinct().Order());
        Assert.All(DemoNetwork.Decisions.SelectMany(x => x.ReportedBy), x => Assert.Contains(x, AccountIds));
        var decided = DemoNetwork.Decisions.SelectMany(x => x.ReportedBy, (x, by) => (By: by, WasRight: x.Finding is not "doesNotViolate")).ToLookup(x => x.By, x => x.WasRight);
        Assert.Contains(decided, x => x.Count() >= Moderation.Reports.Credibility.Floor && x.All(y => y));
        Assert.Contains(decided, x => x.Count() >= Moderation.Reports.Credibility.Floor && x.Count(y => y) * 2 < x.Count());
    }

    [Fact]
    public void Only_known_guidelines_are_named() =>
        Assert.All(Of("report").Concat(Of("signal")), x => Assert.Contains(Text(x, "guideline"), DemoReading.Guidelines));

    [Fact]
    public void Ids_are_well_formed_and_external_ids_are_used_once()
    {
        Assert.All(AccountIds.Concat(ContentIds), id => Assert.Matches(@"^\S(.{0,198}\S)?$", id));
        Assert.Distinct(Of("report").Concat(Of("signal")).Select(x => Text(x, "externalId")));
        Assert.Distinct(Of("account").Select(x => Text(x, "id")));
    }

    [Fact]
    public void It_speaks_many_languages() =>
        Assert.Superset(new HashSet<string?> { "en", "nl", "de", "fr", "es", "tr", "ar", "hi" },
            Of("content").Select(x => Text(x, "language")).ToHashSet());

    [Fact]
    public void An_edit_follows_what_it_changes()
    {
        var edited = Of("content").GroupBy(x => Text(x, "id")).Where(x => x.Count() > 1).ToList();

        Assert.InRange(edited.Count, 3, 10);
        Assert.All(edited, x =>
        {
            Assert.Equal(x.Select(r => Time(r, "observedAt")).Order(), x.Select(r => Time(r, "observedAt")));
            Assert.Distinct(x.Select(r => Text(r, "text")));
        });
    }
}
