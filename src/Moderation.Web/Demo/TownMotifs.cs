namespace Moderation.Web.Demo;

internal static class TownMotifs
{
    public static void Skyline(DemoCanvas c)
    {
        c.Fill(c.Pick(Paint.Plum, Paint.Night, Paint.Petrol));
        c.Repeat(40, n => c.Circle(c.Chance.Next(-530, 530), c.Chance.Next(c.Top, 40), c.Chance.Next(2, 5), Paint.Mist));
        c.Circle(c.Pick(-290, 300), c.Headed ? -130 : -230, 90, Paint.Straw);
        Row(c, 250, 320, Paint.Indigo, null);
        Row(c, 420, 430, Paint.Ink, Paint.Amber);
        c.Ground(430, Paint.Sea);
        c.Repeat(16, n => c.Rect(c.Chance.Next(-500, 380), 455 + n * 14 + c.Chance.Next(8), c.Chance.Next(40, 180), 7, Paint.Amber, 3));
        c.Rect(-540, 424, 1080, 16, Paint.Ink);
    }

    private static void Row(DemoCanvas c, int low, int foot, string wall, string? light)
    {
        for (var x = -560; x < 540;)
        {
            var (wide, tall) = (c.Chance.Next(90, 190), c.Chance.Next(160, low + 40));
            var top = foot - tall;
            c.Rect(x, top, wide - 8, tall + 10, wall);
            if (c.Chance.Next(3) is 0)
                c.Shape($"M{x} {top}L{x + wide / 2} {top - 60}L{x + wide - 8} {top}Z", wall);
            for (var wy = top + 24; light is not null && wy < foot - 40; wy += 48)
                for (var wx = x + 18; wx < x + wide - 38; wx += 38)
                    if (c.Chance.Next(5) > 1)
                        c.Rect(wx, wy, 18, 26, light);
            x += wide;
        }
    }

    public static void Bicycle(DemoCanvas c)
    {
        c.Ink = Paint.Night;
        var (wall, frame) = c.Pick((Paint.Apricot, Paint.Sea), (Paint.Pale, Paint.Brick), (Paint.Sky, Paint.Indigo));
        c.Fill(wall).Ground(360, Paint.Sand).Rect(-540, 354, 1080, 12, Paint.Crust);
        c.Rect(140, -330, 280, 380, Paint.White, 8).Rect(164, -306, 108, 332, Paint.Mist)
            .Rect(288, -306, 108, 332, Paint.Mist);
        c.Rect(120, 40, 320, 44, Paint.Crust, 8);
        c.Repeat(6, n => c.Circle(150 + n * 52, 30 - n % 2 * 24, 36, n % 2 is 0 ? Paint.Green : Paint.Coral));
        foreach (var x in (int[])[-270, 250])
        {
            c.Ring(x, 220, 160, Paint.Night, 18);
            c.Repeat(6, n => c.Within($"translate({x} 220) rotate({n * 30})", s => s.Rect(-150, -2, 300, 4, Paint.Stone)));
            c.Circle(x, 220, 20, Paint.Night);
        }
        c.Stroke("M-270 220L-120-10H160L-30 220ZM-30 220L-136-70M250 220L140-110", frame, 24);
        c.Stroke("M-200-76H-80", Paint.Bark, 34).Stroke("M140-110Q200-150 240-110", Paint.Night, 20)
            .Circle(-30, 220, 36, Paint.Night);
    }

    public static void Lantern(DemoCanvas c)
    {
        c.Fill(c.Pick(Paint.Plum, Paint.Night, Paint.Bark));
        foreach (var (r, glow) in ((int, string)[])[(470, "#ffffff0d"), (370, "#f0c46a26"), (270, "#f0c46a40")])
            c.Circle(0, 130, r, glow);
        c.Stroke($"M0 {c.Top}V-150", Paint.Brass, 8).Ring(0, -140, 34, Paint.Brass, 12);
        c.Shape("M-150-20L-60-110H60L150-20Z", Paint.Crust).Rect(-170, -20, 340, 30, Paint.Brass, 8);
        c.Shape("M-150 10H150L180 290H-180Z", Paint.Ochre).Shape("M-60 10H60L76 290H-76Z", Paint.Straw);
        for (var y = 50; y < 280; y += 46)
            for (var x = -130; x <= 130; x += 52)
                c.Within($"translate({x + y % 3 * 4} {y}) rotate(45)", s => s.Rect(-8, -8, 16, 16, Paint.Brown));
        c.Rect(-195, 288, 390, 34, Paint.Brass, 8).Shape("M-90 322H90L50 372H-50Z", Paint.Crust);
        c.Repeat(30, n => c.Circle(c.Chance.Next(-520, 520), c.Chance.Next(c.Top, c.Bottom), c.Chance.Next(3, 8), "#f4e6a299"));
    }

    public static void Cat(DemoCanvas c)
    {
        c.Ink = Paint.Night;
        var fur = c.Pick("#6b5b4d", Paint.Crust, Paint.Stone, Paint.Plum);
        var wall = c.Pick("#d9e3dc", Paint.Rose, Paint.Mist, Paint.Straw);
        c.Fill(wall).Ground(400, c.Pick(Paint.Sand, Paint.Lilac, Paint.Leaf));
        c.Stroke("M230 400C470 420 480 190 370 150", fur, 62);
        c.Shape("M-240 460C-300 120-150 40 0 40S300 120 240 460Z", fur)
            .Shape("M-110 460C-130 260-60 210 0 210S130 260 110 460Z", "#ffffff33");
        c.Shape("M-200-40L-190-260L-50-150ZM200-40L190-260L50-150Z", fur)
            .Shape("M-168-110L-164-206L-96-152ZM168-110L164-206L96-152Z", Paint.Rose);
        c.Oval(0, -20, 220, 180, fur);
        c.Within("translate(0 -20)", x =>
        {
            x.Repeat(3, n => x.Rect(-52 + n * 42, -172 + Math.Abs(n - 1) * 10, 20, 70, "#00000026", 10));
            foreach (var side in (int[])[-1, 1])
            {
                x.Oval(side * 88, -14, 42, 46, Paint.Straw).Oval(side * 88, -12, 15, 40, Paint.Ink)
                    .Circle(side * 88 + 9, -30, 9, Paint.White);
                x.Stroke($"M{side * 70} 74L{side * 250} 46M{side * 70} 88L{side * 250} 104", "#ffffffaa", 6);
            }
            x.Shape("M-24 44H24L0 72Z", Paint.Coral).Stroke("M0 72Q-6 104-46 98M0 72Q6 104 46 98", Paint.Ink, 8);
        });
        c.Oval(-110, 450, 90, 44, fur).Oval(110, 450, 90, 44, fur);
    }
}
