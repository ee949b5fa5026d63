using Moderation.Detection;
using static Moderation.Tests.Detection.PlantedWorld;

namespace Moderation.Tests.Detection;

/// <summary>Somebody who is nobody's machine.</summary>
internal sealed class Person(long id, long device)
{
    public long Id { get; } = id;

    public long Device { get; } = device;

    /// <summary>The hour of the day they wake, in UTC; they sleep eight hours.</summary>
    public double Wakes { get; init; }

    public double SessionsADay { get; init; }

    public double PostsADay { get; set; }

    public List<Person> Friends { get; } = [];

    /// <summary>Those who told their phone to say at once when they post.</summary>
    public HashSet<Person> Close { get; } = [];

    /// <summary>A device others use too, and how often; 0 for none.</summary>
    public (long Device, double Share) Shared { get; set; }

    public bool IsAwake(long at) => (at % Day / (double)Hour - Wakes + 24) % 24 < 16;
}

/// <summary>
/// People with few and with many sessions, early, late and on night shifts, in circles of friends who like each other's posts,
/// some at once; families on one tablet, an office with a shared one, a crowd whose devices by a fault have one id; the
/// account of a newsroom that works around the clock.
/// </summary>
internal sealed class HonestPeople
{
    private readonly PlantedWorld world;
    private readonly Dictionary<Person, List<Posted>> posts = [];

    public HonestPeople(PlantedWorld world, int people)
    {
        this.world = world;
        All = [.. Enumerable.Range(0, people).Select(_ => New())];
        MakeFriends();
        ShareDevices();
    }

    public IReadOnlyList<Person> All { get; }

    private Chances Chance => world.Chance;

    /// <summary>Everybody posts, then everybody looks around.</summary>
    public void Live()
    {
        foreach (var person in All)
            posts[person] = [.. Enumerable.Range(0, Days).SelectMany(day => Enumerable.Range(0, Chance.Poisson(person.PostsADay)).Select(_ => world.Post(person.Id, AwakeAt(person, day)))).OrderBy(x => x.At)];

        Posted[] popular = [.. world.Posts.Where(_ => Chance.Is(0.15)).OrderBy(x => x.At)];
        foreach (var person in All)
        {
            for (var day = 0; day < Days; day++)
                for (var left = Chance.Poisson(person.SessionsADay); left > 0; left--)
                    Sit(person, AwakeAt(person, day), popular);
            Hear(person);
        }

        Newsroom(popular);
    }

    private Person New() => new(world.NewId(), world.NewId())
    {
        // One in twelve works at night.
        Wakes = Chance.Is(0.08) ? Chance.Between(15, 19) : Chance.Lognormal(7, 0.2),
        SessionsADay = Math.Min(40, 1.5 * Chance.Power(1.6, 30)),
        PostsADay = 0.15 * Chance.Power(1.3, 20),
    };

    private void MakeFriends()
    {
        for (var i = 0; i < All.Count;)
        {
            var circle = All.Skip(i).Take(Chance.Whole(3, 13)).ToList();
            i += circle.Count;
            // In some circles everybody wants to know at once, and everybody posts.
            var isTight = Chance.Is(0.15);
            foreach (var one in circle)
            {
                one.Friends.AddRange(circle.Where(x => x != one));
                one.Friends.Add(Chance.One(All));
                one.Close.UnionWith(one.Friends.Where(_ => Chance.Is(isTight ? 0.9 : 0.1)));
                one.PostsADay = isTight ? Math.Max(one.PostsADay, 0.6) : one.PostsADay;
            }
        }
    }

    private void ShareDevices()
    {
        Share(from: 0, groups: All.Count / 40, size: () => Chance.Whole(3, 7), share: 0.5);
        Share(All.Count / 3, 3, () => Chance.Whole(12, 31), 0.3);
        Share(All.Count / 2, 1, () => All.Count / 3, 1);
    }

    private void Share(int from, int groups, Func<int> size, double share)
    {
        for (; groups > 0; groups--)
        {
            var (count, device) = (size(), world.NewId());
            foreach (var one in All.Skip(from).Take(count))
                one.Shared = (device, share);
            from += count;
        }
    }

    private long AwakeAt(Person person, int day) => Begin + day * Day + (long)((person.Wakes + Chance.Between(0, 16)) * Hour);

    // A sitting: friends' posts first, then what everybody sees, with pauses of every length.
    private void Sit(Person person, long at, Posted[] popular)
    {
        var device = Chance.Is(person.Shared.Share) ? person.Shared.Device : person.Device;
        foreach (var post in person.Friends.SelectMany(x => posts[x]).Where(x => x.At < at && x.At > at - 36 * Hour && Chance.Is(0.4)))
            world.Acts.Add(new(person.Id, post.What, at += Pause(), device));
        var latest = Math.Max(Array.FindLastIndex(popular, x => x.At < at), 0);
        for (var left = Chance.Whole(0, 10); left > 0 && popular.Length > 0; left--)
            world.Acts.Add(new(person.Id, popular[Math.Max(0, latest - (int)Chance.Exponential(15))].What, at += Pause(), device));
    }

    private long Pause() => (long)(1000 * Chance.Lognormal(14, 1.1));

    // What their phone says at once is looked at within minutes, if they are awake and feel like it.
    private void Hear(Person person)
    {
        foreach (var post in person.Close.SelectMany(x => posts[x]).Where(x => person.IsAwake(x.At) && Chance.Is(0.35)))
            world.Acts.Add(new(person.Id, post.What, post.At + (long)(Chance.Between(0.2, 9) * Minute), person.Device));
    }

    // Three shifts, as uneven as anybody.
    private void Newsroom(Posted[] popular)
    {
        for (var account = 0; account < 3; account++)
        {
            var id = world.NewId();
            for (var at = End - 2 * Day; at < End; at += (long)(Chance.Is(0.1) ? Chance.Exponential(25) * Minute : Chance.Lognormal(40, 1.2) * 1000))
                world.Acts.Add(new(id, Chance.One(popular).What, at, id));
        }
    }
}
