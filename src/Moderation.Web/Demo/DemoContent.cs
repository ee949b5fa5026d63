namespace Moderation.Web.Demo;

/// <summary>Puts captions, comments and hand-written pieces together by the seed.</summary>
internal sealed class DemoContent(int seed)
{
    private const int NewestDays = 60;

    private readonly Random chance = new(seed);

    public IReadOnlyList<DemoItem> Build()
    {
        List<DemoItem> posts = [.. Ordinary()];
        List<DemoItem> pieces = [.. DemoTexts.Pieces.Where(piece => piece.On is null).Select(piece => Written(piece, null))];
        pieces.AddRange(DemoTexts.Pieces.Where(piece => piece.On is not null).Select(piece =>
            Written(piece, ParentOf(piece, posts, pieces))).ToList());

        return Numbered([.. posts, .. pieces, .. Remarks(posts)]);
    }

    private IEnumerable<DemoItem> Ordinary()
    {
        foreach (var pool in DemoTexts.Captions)
        {
            var captions = new Queue<DemoTexts.Caption>(chance.GetItemsOnce(pool.Texts));
            foreach (var author in DemoTexts.Members.Where(person => person.Pool == pool.Name))
                for (var n = 0; n < author.Posts && captions.TryDequeue(out var caption); n++)
                    yield return new DemoItem(author.Id, Kind(), pool.Language, Age(), Tagged(caption.Text, pool.Tags))
                    {
                        Motif = caption.Motif,
                    };
        }
    }

    private string Kind() => chance.Next(100) switch { < 62 => "post", < 90 => "reel", _ => "story" };

    // A few old ones: the rule that old content earns no strike needs something to be shown on.
    private TimeSpan Age() => TimeSpan.FromMinutes(Math.Round(1440 *
        (chance.Next(16) == 0 ? 92 + chance.NextDouble() * 50 : 0.3 + chance.NextDouble() * (NewestDays - 1))));

    private string Tagged(string text, string tags) =>
        chance.Next(3) switch { 0 => text, 1 => $"{text} {tags.Split(' ')[0]}", _ => $"{text} {tags}" };

    private static DemoItem Written(DemoTexts.Piece piece, DemoItem? parent)
    {
        var ago = TimeSpan.FromDays(piece.DaysAgo);
        return new DemoItem($"acc-{piece.Author}", piece.Kind, piece.Language, ago, piece.Text, piece, parent, piece.Motif);
    }

    private DemoItem ParentOf(DemoTexts.Piece piece, List<DemoItem> posts, List<DemoItem> pieces)
    {
        if (pieces.Find(item => item.Piece!.Key == piece.On) is { } written)
            return written;

        var authors = DemoTexts.Members.Where(person => person.Pool == piece.On).Select(person => person.Id).ToHashSet();
        var open = posts.Where(post => authors.Contains(post.Author) && post.Ago.TotalDays > piece.DaysAgo).ToList();
        return open[chance.Next(open.Count)];
    }

    private IEnumerable<DemoItem> Remarks(List<DemoItem> posts)
    {
        foreach (var remarks in DemoTexts.Comments)
        {
            var speakers = DemoTexts.Members.Where(person => person.Language == remarks.Language).ToList();
            var places = posts.Where(post => Suits(remarks, post)).ToList();
            foreach (var text in remarks.Texts)
            {
                var place = Fitting(text, places);
                var others = speakers.Where(person => person.Id != place.Author).ToList();
                var delay = Math.Min(place.Ago.TotalMinutes * 0.9, 20 + 2800 * Math.Pow(chance.NextDouble(), 2));
                yield return new DemoItem(others[chance.Next(others.Count)].Id, "comment", remarks.Language,
                    place.Ago - TimeSpan.FromMinutes(Math.Round(delay)), text, Parent: place);
            }
        }
    }

    // "Soup stand finishers unite" belongs under the caption that has a soup stand.
    private DemoItem Fitting(string comment, List<DemoItem> places)
    {
        var told = Stems(comment).Select(stem => places.FindAll(place => Has(place, stem))).Where(few => few.Count is 1 or 2);
        return told.SelectMany(few => few).GroupBy(place => place).MaxBy(x => x.Count())?.Key
            ?? places[chance.Next(places.Count)];
    }

    private static bool Has(DemoItem place, string stem) => place.Text.Contains(stem, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Stems(string text) =>
        text.Split(" .,!?¿¡:;()،؟।".ToCharArray()).Where(word => word.Length > 2).Select(word => word[..Math.Min(word.Length, 5)]);

    private static bool Suits(DemoTexts.Remarks remarks, DemoItem post) =>
        remarks.About.Count is 0
            ? post.Language == remarks.Language || (remarks.Language is "en" && post.Motif is "cat" or "skyline")
            : post.Language == remarks.Language && remarks.About.Contains(post.Motif!);

    private List<DemoItem> Numbered(List<DemoItem> items)
    {
        var ids = new Dictionary<DemoItem, string>(ReferenceEqualityComparer.Instance);
        foreach (var kind in items.GroupBy(item => item.Kind))
            foreach (var (n, item) in kind.OrderByDescending(item => item.Ago).Index())
                ids[item] = $"{kind.Key}-{n + 1:0000}";

        return [.. items.Select(item => item with
        {
            Id = ids[item],
            ParentId = item.Parent is null ? null : ids[item.Parent],
            DurationMs = item.IsVideo ? chance.Next(7, 58) * 1000 + chance.Next(1000) : null,
        })];
    }
}
