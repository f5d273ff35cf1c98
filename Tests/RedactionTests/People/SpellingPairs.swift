/// Names of public people as passports, newspapers and scholars of several countries spell them:
/// statesmen, athletes, writers, artists. The canonical name first, then the spellings.
enum SpellingPairs {
  static let same = """
    Владимир Зеленский | Volodymyr Zelensky | Volodymyr Zelenskyy | Wladimir Selenskyj | Volodymyr Zelenskiy | Володимир Зеленський
    Volodymyr Zelenskyy | Володимир Зеленський | Владимир Зеленский | Volodymyr Zelenski
    Пётр Чайковский | Pyotr Tchaikovsky | Piotr Tchaïkovski | Peter Tschaikowski | Petr Chaikovskii | Петро Чайковський
    Фёдор Достоевский | Fyodor Dostoevsky | Fiodor Dostoïevski | Fjodor Dostojewski | Fedor Dostoevskii | Feodor Dostoyevsky
    Лев Толстой | Leo Tolstoy | Léon Tolstoï | Lew Tolstoi | Lev Tolstoy | Лев Толстой
    Антон Чехов | Anton Chekhov | Anton Tchekhov | Anton Tschechow | Anton Čechov | Антон Чехов
    Александр Пушкин | Alexander Pushkin | Alexandre Pouchkine | Alexander Puschkin | Aleksandr Puškin | Aleksandr Pushkin
    Николай Гоголь | Nikolai Gogol | Nicolas Gogol | Nikolaj Gogol | Микола Гоголь | Nikolay Gogol
    Иван Тургенев | Ivan Turgenev | Ivan Tourgueniev | Iwan Turgenew | Іван Тургенєв
    Михаил Булгаков | Mikhail Bulgakov | Mikhaïl Boulgakov | Michail Bulgakow | Михайло Булгаков
    Борис Пастернак | Boris Pasternak | Борис Пастернак | Borys Pasternak
    Александр Солженицын | Alexander Solzhenitsyn | Alexandre Soljenitsyne | Alexander Solschenizyn | Aleksandr Solzhenitsyn | Олександр Солженіцин
    Сергей Прокофьев | Sergei Prokofiev | Sergueï Prokofiev | Sergej Prokofjew | Sergey Prokofyev | Сергій Прокоф'єв
    Дмитрий Шостакович | Dmitri Shostakovich | Dimitri Chostakovitch | Dmitri Schostakowitsch | Dmitry Shostakovich | Дмитро Шостакович
    Сергей Рахманинов | Sergei Rachmaninoff | Sergueï Rachmaninov | Sergej Rachmaninow | Sergey Rakhmaninov
    Михаил Горбачёв | Mikhail Gorbachev | Mikhaïl Gorbatchev | Michail Gorbatschow | Mikhail Gorbachyov | Михайло Горбачов
    Борис Ельцин | Boris Yeltsin | Boris Eltsine | Boris Jelzin | Борис Єльцин
    Никита Хрущёв | Nikita Khrushchev | Nikita Khrouchtchev | Nikita Chruschtschow | Микита Хрущов
    Леонид Брежнев | Leonid Brezhnev | Léonid Brejnev | Leonid Breschnew | Леонід Брежнєв
    Юрий Гагарин | Yuri Gagarin | Iouri Gagarine | Juri Gagarin | Yury Gagarin | Юрій Гагарін
    Валентина Терешкова | Valentina Tereshkova | Valentina Terechkova | Walentina Tereschkowa | Валентина Терешкова
    Гарри Каспаров | Garry Kasparov | Garri Kasparow | Garry Kasparow
    Анатолий Карпов | Anatoly Karpov | Anatoli Karpov | Anatoli Karpow | Анатолій Карпов
    Мария Шарапова | Maria Sharapova | Maria Charapova | Marija Scharapowa | Mariya Sharapova | Марія Шарапова
    Евгений Кафельников | Yevgeny Kafelnikov | Evgueni Kafelnikov | Jewgeni Kafelnikow | Evgeny Kafelnikov | Євген Кафельников
    Светлана Кузнецова | Svetlana Kuznetsova | Svetlana Kouznetsova | Swetlana Kusnezowa | Світлана Кузнецова
    Андрей Аршавин | Andrey Arshavin | Andreï Archavine | Andrej Arschawin | Andrei Arshavin | Андрій Аршавін
    Роман Абрамович | Roman Abramovich | Roman Abramovitch | Roman Abramowitsch | Роман Абрамович
    Алексей Навальный | Alexei Navalny | Alexeï Navalny | Alexej Nawalny | Aleksey Navalnyy | Олексій Навальний
    Юлия Навальная | Yulia Navalnaya | Ioulia Navalnaïa | Julija Nawalnaja | Yuliya Navalnaya
    Борис Немцов | Boris Nemtsov | Boris Nemzow | Борис Нємцов
    Михаил Ходорковский | Mikhail Khodorkovsky | Mikhaïl Khodorkovski | Michail Chodorkowski | Михайло Ходорковський
    Анна Политковская | Anna Politkovskaya | Anna Politkovskaïa | Anna Politkowskaja | Ганна Політковська
    Сергей Лавров | Sergey Lavrov | Sergueï Lavrov | Sergej Lawrow | Sergei Lavrov | Сергій Лавров
    Сергей Шойгу | Sergei Shoigu | Sergueï Choïgou | Sergej Schoigu | Sergey Shoygu | Сергій Шойгу
    Дмитрий Медведев | Dmitry Medvedev | Dmitri Medvedev | Dmitri Medwedew | Dimitri Medvedev | Дмитро Медведєв
    Евгений Пригожин | Yevgeny Prigozhin | Evgueni Prigojine | Jewgeni Prigoschin | Evgeny Prigozhin | Євген Пригожин
    Виталий Кличко | Vitali Klitschko | Vitaly Klychko | Vitaliy Klychko | Віталій Кличко
    Володимир Кличко | Wladimir Klitschko | Volodymyr Klychko | Владимир Кличко | Vladimir Klitchko
    Андрій Шевченко | Andriy Shevchenko | Andreï Chevtchenko | Andrij Schewtschenko | Андрей Шевченко | Andrii Shevchenko
    Тарас Шевченко | Taras Shevchenko | Taras Chevtchenko | Taras Schewtschenko
    Юлія Тимошенко | Yulia Tymoshenko | Ioulia Timochenko | Julija Tymoschenko | Юлия Тимошенко | Yuliia Tymoshenko
    Віктор Ющенко | Viktor Yushchenko | Viktor Iouchtchenko | Wiktor Juschtschenko | Виктор Ющенко
    Віктор Янукович | Viktor Yanukovych | Viktor Ianoukovitch | Wiktor Janukowytsch | Виктор Янукович
    Петро Порошенко | Petro Poroshenko | Petro Porochenko | Пётр Порошенко | Petro Poroschenko
    Леонід Кучма | Leonid Kuchma | Leonid Koutchma | Леонид Кучма | Leonid Kutschma
    Леонід Кравчук | Leonid Kravchuk | Leonid Kravtchouk | Leonid Krawtschuk | Леонид Кравчук
    Еліна Світоліна | Elina Svitolina | Элина Свитолина | Elina Switolina
    Сергій Бубка | Serhiy Bubka | Sergey Bubka | Sergueï Bubka | Сергей Бубка | Serhii Bubka
    Олександр Усик | Oleksandr Usyk | Alexander Usyk | Александр Усик | Olexandr Usyk
    Василь Ломаченко | Vasyl Lomachenko | Vasiliy Lomachenko | Василий Ломаченко | Wassyl Lomatschenko
    Олександр Довженко | Oleksandr Dovzhenko | Alexandre Dovjenko | Alexander Dowschenko | Александр Довженко
    Ліна Костенко | Lina Kostenko | Лина Костенко
    Іван Франко | Ivan Franko | Iwan Franko | Иван Франко
    Леся Українка | Lesya Ukrainka | Lesia Ukrainka | Леся Украинка
    Ірина Фаріон | Iryna Farion | Ирина Фарион | Irina Farion
    Надія Савченко | Nadiya Savchenko | Nadia Savtchenko | Надежда Савченко | Nadiia Savchenko
    Олексій Резніков | Oleksii Reznikov | Oleksiy Reznikov | Алексей Резников | Olexij Resnikow
    Валерій Залужний | Valerii Zaluzhnyi | Valeriy Zaluzhny | Валерий Залужный | Valeri Zaloujny | Walerij Saluschnyj
    Олександр Сирський | Oleksandr Syrskyi | Oleksandr Syrsky | Александр Сырский | Olexandr Syrskyj
    Дмитро Кулеба | Dmytro Kuleba | Дмитрий Кулеба | Dmitri Kouleba
    Андрій Єрмак | Andriy Yermak | Andrii Yermak | Андрей Ермак | Andrij Jermak | Andreï Iermak
    Михайло Подоляк | Mykhailo Podolyak | Mykhaïlo Podoliak | Михаил Подоляк | Mychajlo Podoljak
    Денис Шмигаль | Denys Shmyhal | Denys Chmyhal | Денис Шмыгаль | Denys Schmyhal
    Ярослав Стецько | Yaroslav Stetsko | Jaroslaw Stezko | Ярослав Стецко
    Светлана Алексиевич | Svetlana Alexievich | Svetlana Alexievitch | Swetlana Alexijewitsch | Світлана Алексієвич
    Светлана Тихановская | Sviatlana Tsikhanouskaya | Svetlana Tikhanovskaya | Svetlana Tikhanovskaïa | Swetlana Tichanowskaja
    Александр Лукашенко | Alexander Lukashenko | Alexandre Loukachenko | Aleksandr Lukashenko | Олександр Лукашенко
    Мария Колесникова | Maria Kolesnikova | Maria Kolesnikowa | Marija Kolesnikowa
    Виктория Азаренко | Victoria Azarenka | Viktoria Asarenka | Victoria Azarenko
    Дарья Домрачева | Darya Domracheva | Daria Domratcheva | Darja Domratschewa
    Нурсултан Назарбаев | Nursultan Nazarbayev | Noursoultan Nazarbaïev | Nursultan Nasarbajew | Nursultan Nazarbaev
    Касым-Жомарт Токаев | Kassym-Jomart Tokayev | Kassym-Jomart Tokaïev | Qassym-Schomart Toqajew | Kasym-Zhomart Tokaev
    Ильхам Алиев | Ilham Aliyev | Ilham Aliev | Ilcham Alijew | Ільхам Алієв
    Никол Пашинян | Nikol Pashinyan | Nikol Pachinian | Nikol Paschinjan
    Михаил Саакашвили | Mikheil Saakashvili | Mikhail Saakashvili | Mikhaïl Saakachvili | Micheil Saakaschwili
    Эдуард Шеварднадзе | Eduard Shevardnadze | Edouard Chevardnadze | Eduard Schewardnadse
    Саломе Зурабишвили | Salome Zourabichvili | Salome Zurabishvili | Salome Surabischwili
    Рамзан Кадыров | Ramzan Kadyrov | Ramsan Kadyrow | Рамзан Кадиров
    Аслан Масхадов | Aslan Maskhadov | Aslan Maschadow
    Джохар Дудаев | Dzhokhar Dudayev | Djokhar Doudaïev | Dschochar Dudajew | Dzhokhar Dudaev
    Чингиз Айтматов | Chinghiz Aitmatov | Tchinguiz Aïtmatov | Tschingis Aitmatow | Chingiz Aytmatov
    Рудольф Нуреев | Rudolf Nureyev | Rudolf Noureev | Rudolf Nurejew
    Михаил Барышников | Mikhail Baryshnikov | Mikhaïl Barychnikov | Michail Baryschnikow
    Майя Плисецкая | Maya Plisetskaya | Maïa Plissetskaïa | Maja Plissezkaja | Maia Plisetskaya
    Мстислав Ростропович | Mstislav Rostropovich | Mstislav Rostropovitch | Mstislaw Rostropowitsch
    Иосиф Бродский | Joseph Brodsky | Iossif Brodski | Joseph Brodski | Iosif Brodsky
    Анна Ахматова | Anna Akhmatova | Anna Achmatowa | Ганна Ахматова
    Марина Цветаева | Marina Tsvetaeva | Marina Tsvetaïeva | Marina Zwetajewa | Marina Tsvetayeva
    Осип Мандельштам | Osip Mandelstam | Ossip Mandelstam | Osip Mandelshtam | Ossip Mandelschtam
    Владимир Маяковский | Vladimir Mayakovsky | Vladimir Maïakovski | Wladimir Majakowski | Vladimir Maiakovskii
    Сергей Есенин | Sergei Yesenin | Sergueï Essenine | Sergej Jessenin | Sergey Esenin
    Максим Горький | Maxim Gorky | Maxime Gorki | Maxim Gorki | Maksim Gorkiy
    Владимир Набоков | Vladimir Nabokov | Wladimir Nabokow | Володимир Набоков
    Андрей Тарковский | Andrei Tarkovsky | Andreï Tarkovski | Andrej Tarkowski | Andrey Tarkovskiy
    Сергей Эйзенштейн | Sergei Eisenstein | Sergueï Eisenstein | Sergej Eisenstein | Sergey Eyzenshteyn
    Никита Михалков | Nikita Mikhalkov | Nikita Michalkow
    Андрей Звягинцев | Andrey Zvyagintsev | Andreï Zviaguintsev | Andrej Swjaginzew | Andrei Zvyagintsev
    Константин Станиславский | Konstantin Stanislavski | Constantin Stanislavski | Konstantin Stanislawski | Konstantin Stanislavsky
    Казимир Малевич | Kazimir Malevich | Kasimir Malevitch | Kasimir Malewitsch | Казимир Малевич
    Василий Кандинский | Wassily Kandinsky | Vassily Kandinsky | Vasily Kandinsky | Wassili Kandinski
    Марк Шагал | Marc Chagall | Mark Shagal
    Илья Репин | Ilya Repin | Ilia Répine | Ilja Repin | Ілля Рєпін
    Игорь Стравинский | Igor Stravinsky | Igor Stravinski | Igor Strawinsky | Ігор Стравінський
    Дмитрий Менделеев | Dmitri Mendeleev | Dmitri Mendeleïev | Dmitri Mendelejew | Dmitry Mendeleyev
    Иван Павлов | Ivan Pavlov | Iwan Pawlow | Іван Павлов
    Андрей Сахаров | Andrei Sakharov | Andreï Sakharov | Andrej Sacharow | Andrey Sakharov
    Игорь Курчатов | Igor Kurchatov | Igor Kourtchatov | Igor Kurtschatow
    Сергей Королёв | Sergei Korolev | Sergueï Korolev | Sergej Koroljow | Sergey Korolyov | Сергій Корольов
    Лев Яшин | Lev Yashin | Lev Yachine | Lew Jaschin
    Лариса Латынина | Larisa Latynina | Larissa Latynina | Лариса Латиніна
    Александр Овечкин | Alexander Ovechkin | Alexandre Ovetchkine | Alexander Owetschkin | Alex Ovechkin
    Евгений Плющенко | Evgeni Plushenko | Evgueni Plouchenko | Jewgeni Pljuschtschenko | Yevgeny Plyushchenko
    Елена Исинбаева | Yelena Isinbayeva | Elena Isinbaeva | Jelena Issinbajewa
    Даниил Медведев | Daniil Medvedev | Daniil Medwedew | Даниїл Медведєв
    Андрей Рублёв | Andrey Rublev | Andreï Roublev | Andrej Rubljow | Andrei Rublyov
    Хабиб Нурмагомедов | Khabib Nurmagomedov | Chabib Nurmagomedow | Habib Nurmagomedov
    Виктор Орбан | Viktor Orbán | Віктор Орбан
    Лех Валенса | Lech Wałęsa | Lech Walesa
    Nikita Khrushchev | Никита Хрущёв | Nikita Khrouchtchev | Микита Хрущов
    Mikhail Gorbachev | Михаил Горбачёв | Mikhaïl Gorbatchev | Michail Gorbatschow
    Yuri Andropov | Юрий Андропов | Iouri Andropov | Juri Andropow | Юрій Андропов
    Konstantin Chernenko | Константин Черненко | Konstantin Tchernenko | Konstantin Tschernenko
    Vyacheslav Molotov | Вячеслав Молотов | Viatcheslav Molotov | Wjatscheslaw Molotow | В'ячеслав Молотов
    Georgy Zhukov | Георгий Жуков | Gueorgui Joukov | Georgi Schukow | Георгій Жуков
    Felix Dzerzhinsky | Феликс Дзержинский | Félix Dzerjinski | Felix Dserschinski
    Lavrentiy Beria | Лаврентий Берия | Lavrenti Beria | Lawrenti Berija
    Leon Trotsky | Лев Троцкий | Léon Trotski | Leo Trotzki
    Yegor Gaidar | Егор Гайдар | Egor Gaïdar | Jegor Gaidar
    Anatoly Chubais | Анатолий Чубайс | Anatoli Tchoubaïs | Anatoli Tschubais
    Vladimir Zhirinovsky | Владимир Жириновский | Vladimir Jirinovski | Wladimir Schirinowski
    Gennady Zyuganov | Геннадий Зюганов | Guennadi Ziouganov | Gennadi Sjuganow
    Grigory Yavlinsky | Григорий Явлинский | Grigori Iavlinski | Grigori Jawlinski
    Ksenia Sobchak | Ксения Собчак | Ksenia Sobtchak | Xenia Sobtschak | Kseniya Sobchak
    Dmitry Muratov | Дмитрий Муратов | Dmitri Mouratov | Dmitri Muratow
    Иван Бунин | Ivan Bunin | Ivan Bounine | Iwan Bunin | Іван Бунін
    Александр Блок | Alexander Blok | Alexandre Blok | Aleksandr Blok | Олександр Блок
    Николай Некрасов | Nikolai Nekrasov | Nikolaï Nekrassov | Nikolaj Nekrassow | Микола Некрасов
    Афанасий Фет | Afanasy Fet | Afanassi Fet | Afanasij Fet
    Иван Крылов | Ivan Krylov | Iwan Krylow | Іван Крилов
    Николай Лесков | Nikolai Leskov | Nikolaï Leskov | Nikolaj Leskow
    Модест Мусоргский | Modest Mussorgsky | Modeste Moussorgski | Modest Mussorgski
    Николай Бердяев | Nikolai Berdyaev | Nicolas Berdiaev | Nikolai Berdjajew
    Павел Дуров | Pavel Durov | Pavel Dourov | Pawel Durow | Павло Дуров
    Валерий Гергиев | Valery Gergiev | Valeri Guerguiev | Waleri Gergijew
    Анна Нетребко | Anna Netrebko | Анна Нетребко | Ганна Нетребко
    Денис Мацуев | Denis Matsuev | Denis Matsouïev | Denis Mazujew
    Алина Кабаева | Alina Kabaeva | Alina Kabaïeva | Alina Kabajewa | Аліна Кабаєва
    Ирина Слуцкая | Irina Slutskaya | Irina Sloutskaïa | Irina Sluzkaja
    Татьяна Навка | Tatiana Navka | Tatjana Nawka | Tatyana Navka
    Марат Сафин | Marat Safin | Марат Сафін | Marat Safine
    Карен Хачанов | Karen Khachanov | Karen Khatchanov | Karen Chatschanow
    Федор Черенков | Fyodor Cherenkov | Fiodor Tcherenkov | Fjodor Tscherenkow
    Олег Блохин | Oleg Blokhin | Oleg Blochin | Олег Блохін | Oleh Blokhin
    Валерий Лобановский | Valery Lobanovsky | Valeri Lobanovski | Walerij Lobanowskyj | Валерій Лобановський
    Ilya Yashin | Илья Яшин | Ilia Iachine | Ilja Jaschin
    Vladimir Kara-Murza | Владимир Кара-Мурза | Wladimir Kara-Mursa
    """

  /// Two people of similar names: neither is a form of the other.
  static let others = """
    Андрей Волков | Андрей Волконский, Alexei Volkov, Anton Volk, Андрей Волошин, Andrei Volodin
    Сергей Иванов | Сергей Иваненко, Sergei Ivashov, Степан Иванов, Семён Иванов, Sergei Ivanchuk
    Михаил Петров | Михаил Петровский, Макар Петров, Mikhail Petrenko, Марк Петров, Mikhail Petrosyan
    Анна Соколова | Алла Соколова, Anna Sokolenko, Инна Соколова, Anna Sokolovskaya, Анна Сокольникова
    Иван Козлов | Иван Козловский, Игорь Козлов, Ivan Kozlenko, Илья Козлов, Ivan Kozakov
    Дмитрий Морозов | Денис Морозов, Dmitri Moroz, Дмитрий Мороко, Dmitri Morgunov, Дмитрий Мирозов
    Ольга Павлова | Ольга Павленко, Оксана Павлова, Olga Pavlichenko, Olesya Pavlova, Ольга Павлюк
    Николай Белов | Никита Белов, Nikolai Belousov, Николай Беляев, Nikolai Belinsky, Николай Белых
    Юрий Орлов | Юлий Орлов, Yuri Orlenko, Юрий Орловский, Yuri Orekhov, Юрий Ярлов
    Виктор Сидоров | Вадим Сидоров, Viktor Sidorenko, Виталий Сидоров, Viktor Sidorchuk, Виктор Сидельников
    Олег Кравченко | Олег Кравчук, Игорь Кравченко, Oleg Kravets, Олег Кравцов, Oles Kravchenko
    Тарас Мельник | Тарас Мельниченко, Назар Мельник, Taras Melnikov, Тарас Мельничук, Taras Melnyachenko
    Марія Бондар | Марія Бондаренко, Марта Бондар, Maria Bondarchuk, Марія Бондарева, Maryna Bondar
    Петро Шевчук | Петро Шевченко, Павло Шевчук, Petro Shevtsov, Петро Швець, Petro Shevchyshyn
    Ірина Коваль | Ірина Коваленко, Інна Коваль, Iryna Kovalchuk, Ірина Ковальська, Iryna Kovaleva
    Роман Гончар | Роман Гончаренко, Рустам Гончар, Roman Honcharuk, Роман Гончарик, Ruslan Honchar
    Наталя Лисенко | Наталя Лисичка, Надія Лисенко, Natalia Lysyak, Ніна Лисенко, Natalia Lysak
    Василь Кузьменко | Василь Кузьмін, Володимир Кузьменко, Vasyl Kuzmych, Віталій Кузьменко, Vasyl Kuzmyak
    Григорий Зайцев | Георгий Зайцев, Grigori Zaichenko, Глеб Зайцев, Grigori Zaika, Григорий Зыков
    Павел Егоров | Пётр Егоров, Pavel Yegorenko, Павел Егоршин, Platon Yegorov, Павел Ежов
    Елена Фролова | Елизавета Фролова, Elena Frolenko, Ева Фролова, Elena Frantsova, Елена Флорова
    Артём Киселёв | Артур Киселёв, Artem Kiselenko, Антон Киселёв, Artyom Kisin, Артём Кисляков
    Максим Тихонов | Матвей Тихонов, Maxim Tikhomirov, Марк Тихонов, Maksim Tikhonenko, Максим Титов
    Руслан Хасанов | Рустам Хасанов, Ruslan Khasbulatov, Рашид Хасанов, Ruslan Hasenko, Руслан Хаматов
    Аслан Гериев | Арслан Гериев, Aslan Gerasimov, Адам Гериев, Aslan Gereev, Аслан Гелаев
    Timur Akhmetov | Tamerlan Akhmetov, Timur Akhmedov, Тимур Ахундов, Temirlan Akhmetov, Timur Akhtemov
    Yuri Lebedev | Yakov Lebedev, Yuri Lebedenko, Юрий Лебединский, Yuri Lebed, Юлиан Лебедев
    Alexei Smirnov | Alexander Smirnov, Alexei Smirnitsky, Арсений Смирнов, Alexei Smirnenko, Алексей Смурнов
    Kirill Novikov | Klim Novikov, Kirill Novak, Кирилл Новицкий, Karim Novikov, Kirill Novosad
    Stepan Vasilyev | Semyon Vasilyev, Stepan Vasilenko, Степан Васильчук, Stanislav Vasilyev, Stepan Vasin
    Jean Dupont | Jacques Dupont, Jean Dupuis, Jean Dumont, Jules Dupont, Jean Duval
    Pierre Martin | Paul Martin, Pierre Marchand, Philippe Martin, Pierre Martel, Pascal Martin
    Claire Bernard | Clara Bertrand, Claire Berger, Chloé Bernard, Claire Benard, Camille Bernard
    Louis Lefèvre | Luc Lefèvre, Louis Lefort, Lucien Lefèvre, Louis Legrand, Léon Lefèvre
    John Carter | James Carter, John Cartwright, Joel Carter, John Carver, Jason Carter
    Mary Collins | Martha Collins, Mary Colson, Marcia Collins, Mary Collier, Maud Collins
    Peter Wright | Patrick Wright, Peter Whyte, Percy Wright, Peter Wrigley, Paul Wright
    Ahmed Hassan | Ahmed Hussain, Adam Hassan, Ahmed Haidar, Amir Hassan, Ahmed Hamdan
    Fatima Omar | Farida Omar, Fatima Osman, Faiza Omar, Fatima Amin, Firuza Omar
    Ali Reza Karimi | Ali Akbar Rahimi, Hossein Karimi, Ali Reza Kazemi, Amir Karimi, Ali Moradi
    Kyaw Zin Latt | Kyaw Min Htut, Ko Zin Oo, Kyi Zaw Latt, Kyaw Soe Win, Zaw Lin Htet
    Moussa Traoré | Mamadou Traoré, Moussa Touré, Modibo Traoré, Moussa Tounkara, Mohamed Traoré
    Carlos Mendoza | César Mendoza, Carlos Méndez, Camilo Mendoza, Carlos Moreno, Cristian Mendoza
    Luis Fernández | Lucas Fernández, Luis Hernández, Leo Fernández, Luis Ferrer, Lorenzo Fernández
    Айгуль Сапарова | Айнур Сапарова, Aigul Sapargalieva, Асель Сапарова, Aigul Saburova, Айгерим Сапарова
    Нурлан Бекетов | Нурсултан Бекетов, Nurlan Bekenov, Нурбек Бекетов, Nurlan Bekmambetov, Нурлан Бектуров
    Денис Громов | Даниил Громов, Denis Gromyko, Демьян Громов, Denis Gromadsky, Денис Горомов
    Вера Лаптева | Варвара Лаптева, Vera Lapina, Вероника Лаптева, Vera Lapshina, Вера Лапенко
    Лев Сорокин | Леонид Сорокин, Lev Soroka, Лука Сорокин, Lev Sorochenko, Лев Сорокопуд
    Галина Жукова | Глафира Жукова, Galina Zhukovskaya, Ганна Жучкова, Galina Zhurova, Галина Жаркова
    Борис Гусев | Богдан Гусев, Boris Gusenko, Бронислав Гусев, Boris Gusakov, Борис Гусаров
    Федір Савчук | Філіп Савчук, Fedir Savchenko, Фома Савчук, Fedir Savytsky, Федір Сафчин
    Оксана Ткач | Оксана Ткаченко, Олена Ткач, Oksana Tkachuk, Ольга Ткач, Oksana Tkachova
    Богдан Панас | Богдан Панасюк, Борис Панас, Bohdan Panasenko, Богдан Панченко, Bohdan Panko
    Степан Гнатюк | Степан Гнатенко, Семен Гнатюк, Stepan Hnativ, Степан Гнатів, Stanislav Hnatiuk
    Глеб Дудник | Глеб Дуднев, Григорий Дудник, Gleb Dudko, Глеб Дудкин, German Dudnik
    Станислав Рыжов | Святослав Рыжов, Stanislav Ryzhenko, Степан Рыжов, Stanislav Ryzhikov, Станислав Рожков
    Евгений Крылов | Егор Крылов, Evgeny Krylenko, Ефим Крылов, Yevgeny Krymov, Евгений Крутов
    Валентин Быков | Валерий Быков, Valentin Bykhov, Вадим Быков, Valentin Bychenko, Валентин Быстров
    Захар Титов | Заур Титов, Zakhar Titarenko, Захар Тимов, Zakhar Titkov, Захар Тютин
    Эдуард Маслов | Эдгар Маслов, Eduard Maslennikov, Эмиль Маслов, Eduard Maslyuk, Эдуард Маслаков
    Ренат Сафин | Рашид Сафин, Renat Safarov, Рафаэль Сафин, Renat Safonov, Ренат Сабиров
    Зарема Дадаева | Залина Дадаева, Zarema Dadasheva, Зухра Дадаева, Zarina Dadaeva, Зарема Дудаева
    Milan Petrović | Miloš Petrović, Milan Pavlović, Marko Petrović, Milan Perić, Mirko Petrović
    Giorgi Beridze | Gela Beridze, Giorgi Berishvili, Guram Beridze, Giorgi Bendze, Goga Beradze
    Armen Sargsyan | Arman Sargsyan, Armen Saroyan, Artur Sargsyan, Armen Simonyan, Aram Sargsyan
    Samuel Okoro | Simon Okoro, Samuel Okafor, Solomon Okoro, Samuel Okonkwo, Sunday Okoro
    Grace Wanjiru | Gladys Wanjiru, Grace Wambui, Gloria Wanjiru, Grace Waithera, Gertrude Wanjiru
    Tesfay Gebremedhin | Tekle Gebremedhin, Tesfay Gebremariam, Teame Gebremedhin, Tesfay Gebreyesus, Tsegay Gebremedhin
    Hamid Rahimi | Hamed Karimi, Habib Rahimi, Hamid Rahmani, Hashim Rahimi, Hamid Rafiei
    Said Magomedov | Said Magomaev, Salman Magomedov, Саид Маликов, Sayfullah Magomedov, Said Mamedov
    Ilyas Kurbanov | Idris Kurbanov, Ilyas Kurbatov, Ибрагим Курбанов, Ilyas Kurtanov, Ismail Kurbanov
    Natalia Romanova | Nadezhda Romanova, Natalia Romanenko, Нина Романова, Natalia Romashova, Nelly Romanova
    Victor Hugo | Vincent Hugo, Victor Huet, Vivien Hugo, Victor Hubert, Virgile Hugo
    Anton Bilyk | Andrij Bilyk, Anton Bilenko, Артем Білик, Anton Bilous, Anton Bilets
    Матвей Громыко | Максим Громыко, Matvei Gromov, Марк Громыко, Matvey Gromadko, Матвей Горенко
    Лариса Щукина | Лидия Щукина, Larisa Shchukova, Лада Щукина, Larisa Shchurova, Лариса Щеглова
    Тимофей Лосев | Тимур Лосев, Timofei Losenko, Тихон Лосев, Timofey Loskov, Тимофей Лысов
    Всеволод Ершов | Владислав Ершов, Vsevolod Yershenko, Вячеслав Ершов, Vsevolod Ershkov, Всеволод Ежиков
    Семён Рогов | Савва Рогов, Semyon Rogozin, Степан Рогов, Semen Rogachev, Семён Роговский
    Назар Криворучко | Остап Криворучко, Nazar Kryvonis, Назар Кривенко, Nestor Kryvoruchko, Назар Кривошия
    Софія Мазур | Соломія Мазур, Sofia Mazurenko, Софія Мазепа, Stefania Mazur, Софія Мазурок
    Ярослав Стецюк | Ярема Стецюк, Yaroslav Stetsenko, Юрій Стецюк, Yaroslav Stelmakh, Ярослав Стецура
    Зоя Климова | Зинаида Климова, Zoya Klimenko, Злата Климова, Zoya Klimchuk, Зоя Климентьева
    Клавдия Носова | Кира Носова, Klavdia Nosenko, Камилла Носова, Klavdiya Noskova, Клавдия Насонова
    Аркадий Вдовин | Артемий Вдовин, Arkadi Vdovenko, Антип Вдовин, Arkady Vdovichenko, Аркадий Вдовкин
    Эльвира Юсупова | Эльмира Юсупова, Elvira Yusufova, Элина Юсупова, Elvira Yusubova, Эльвира Якупова
    Герман Швец | Геннадий Швец, German Shvetsov, Гордей Швец, German Shvedov, Герман Шварц
    Пелагея Зорина | Прасковья Зорина, Pelageya Zorenko, Полина Зорина, Pelageya Zoreva, Пелагея Зимина
    Добрыня Якушев | Демид Якушев, Dobrynya Yakushenko, Данила Якушев, Dobrynya Yakovlev, Добрыня Якимов
    Лука Мороз | Леонид Мороз, Luka Morozenko, Лев Мороз, Luka Morgun, Лука Морошкин
    Юлия Чайка | Яна Чайка, Yulia Chaykovskaya, Юна Чайка, Yulia Chaikina, Юлия Чабан
    Игнат Корж | Ипат Корж, Ignat Korzhenko, Илья Корж, Ignat Korzun, Игнат Коржиков
    Семен Стець | Степан Стець, Semen Stetsko, Савелій Стець, Semen Stetsyuk, Семен Стус
    Прохор Сомов | Потап Сомов, Prokhor Somenko, Пахом Сомов, Prokhor Somkin, Прохор Сомин
    Анфиса Рябова | Агата Рябова, Anfisa Ryabenko, Аглая Рябова, Anfisa Ryabinina, Анфиса Рыбова
    Мирон Голуб | Мартин Голуб, Myron Holubenko, Макар Голуб, Myron Holubchenko, Мирон Голубцов
    Христина Лозова | Соломія Лозова, Khrystyna Lozenko, Катерина Лозова, Khrystyna Lozynska, Христина Лаврова
    Marek Nowak | Maciej Nowak, Marek Nowicki, Marian Nowak, Marek Nowosad, Mirosław Nowak
    Олександра Дзюба | Олена Дзюба, Oleksandra Dzyubenko, Оксана Дзюба, Oleksandra Dzvin, Олександра Дзиґа
    """
}
